/**
 * EEG: from sources in the head to electrodes on it, and real recordings in the same shapes.
 *
 * <p>Start with {@link org.jansenrit.core.eeg.Erp} or {@link org.jansenrit.core.eeg.Eeg} to observe
 * a simulation, with {@link org.jansenrit.core.eeg.Recording#read} for data, and with {@link
 * org.jansenrit.core.eeg.LeadField#of(Montage, HeadModel, Dipole...)} for a model of the head.
 * Potentials are in uV, dipole moments in nAm, positions in mm from the centre of the head with x
 * to the right, y to the front and z up. Everything is immutable. Depends on {@code simulate} and
 * what is below.
 */
package org.jansenrit.core.eeg;
