package org.jansenrit.core.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StreamsTest {

  @Property
  void fromShiftsTheRows(
      @ForAll long seed,
      @ForAll @LongRange(max = 1_000_000_000_000L) long first,
      @ForAll @LongRange(max = 1_000_000) long row,
      @ForAll @LongRange(max = 3) long role) {
    Streams streams = Streams.of(seed);
    assertEquals(streams.key(first + row, role), streams.from(first).key(row, role));
    assertEquals(
        streams.from(first + row).key(5, role), streams.from(first).from(row).key(5, role));
    assertEquals(
        streams.random(first + row, role).nextLong(),
        streams.from(first).random(row, role).nextLong());
  }

  @Test
  void simulationsAreCountedFromZero() {
    var e = assertThrows(IllegalArgumentException.class, () -> Streams.of(1).from(-1));
    assertEquals("simulation index must not be negative, was -1", e.getMessage());
  }

  @Property
  void commonStreamsAreTheSameForAllRows(
      @ForAll long seed,
      @ForAll @LongRange(max = 1_000_000) long row,
      @ForAll @LongRange(max = 3) long role) {
    Streams common = Streams.of(seed).common();
    assertEquals(Streams.of(seed).key(0, role), common.key(row, role));
    assertEquals(common.key(0, role), Streams.of(seed).from(row).common().key(3, role));
    assertEquals(common.key(0, role), common.from(row).key(3, role));
  }

  /** 30 seeds, 1000 rows, 10 roles: a 64-bit hash has a collision once in 4e8 such sets. */
  @Test
  void everySeedRowAndRoleHasAStreamOfItsOwn() {
    Set<Long> keys = new HashSet<>();
    Set<Long> roles = new HashSet<>();
    for (long role = 0; role < 4; role++) {
      roles.add(role);
    }
    for (long i = -1; i < 5; i++) {
      roles.add(Streams.part(Streams.DRIVES, i));
    }
    for (long seed = -15; seed < 15; seed++) {
      for (long row = 0; row < 1000; row++) {
        for (long role : roles) {
          keys.add(Streams.of(seed).key(row, role));
        }
      }
    }
    assertEquals(10, roles.size());
    assertEquals(30 * 1000 * 10, keys.size());
  }

  @Test
  void partsOfPartsAreRolesOfTheirOwn() {
    Set<Long> roles = new HashSet<>();
    for (long role = 0; role < 4; role++) {
      roles.add(role);
      for (long i = 0; i < 50; i++) {
        long part = Streams.part(role, i);
        roles.add(part);
        for (long j = -1; j < 50; j++) {
          roles.add(Streams.part(part, j));
        }
      }
    }
    assertEquals(4 * (1 + 50 + 50 * 51), roles.size());
  }

  @Property
  void noStateIsAllZeros(@ForAll long key) {
    long[] state = Streams.state(key);
    assertTrue((state[0] | state[1] | state[2] | state[3]) != 0);
  }

  /**
   * Steele, Lea &amp; Flood (2014): the first outputs of SplitMix64 from state 0, as in its public
   * reference implementation.
   */
  @Test
  void statesAreTheWordsOfSplitMix64() {
    assertArrayEquals(
        new long[] {
          0xE220A8397B1DCDAFL, 0x6E789E6AA1B965F4L, 0x06C45D188009454FL, 0xF88BB8A8724C81ECL
        },
        Streams.state(0));
  }

  /** Pins the streams, computed by another program: if this changes, so does every result. */
  @Test
  void streamsAreWhatTheyWere() {
    assertEquals(0x09658C0244FDA6DFL, Streams.of(42).key(0, Streams.PRIOR));
    assertEquals(0xD55A0B16D1E94180L, Streams.of(42).key(7, Streams.DRIVES));
    assertEquals(0xCACF9607DDD15F86L, Streams.of(-1).key(123_456_789L, Streams.SENSORS));
    assertEquals(0x987BBCBFDD7E532FL, Streams.part(Streams.DRIVES, 1));
    assertEquals(0xB61324FE3014F50CL, Streams.of(42).random(3, Streams.SENSORS).nextLong());
  }

  @Test
  void theTextNamesSeedAndFirstSimulation() {
    assertEquals("Streams[seed 42, from simulation 0]", Streams.of(42).toString());
    assertEquals(
        "Streams[seed 42, from simulation 7, common]", Streams.of(42).from(7).common().toString());
    assertEquals(42, Streams.of(42).from(7).seed());
  }
}
