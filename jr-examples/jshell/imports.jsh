import org.jansenrit.core.analysis.*
import org.jansenrit.core.data.*
import org.jansenrit.core.decision.*
import org.jansenrit.core.drive.*
import org.jansenrit.core.eeg.*
import org.jansenrit.core.features.*
import org.jansenrit.core.integrate.*
import org.jansenrit.core.math.*
import org.jansenrit.core.model.*
import org.jansenrit.core.prior.*
import org.jansenrit.core.quantity.*
import org.jansenrit.core.report.*
import org.jansenrit.core.signal.*
import org.jansenrit.core.simulate.*
import org.jansenrit.inference.*
import org.jansenrit.inference.training.*
import org.jansenrit.sbi.*
import org.jansenrit.sbi.diagnostics.*
import static org.jansenrit.core.quantity.Frequency.hz
import static org.jansenrit.core.quantity.Time.ms
import static org.jansenrit.core.quantity.Time.s
System.setProperty("java.util.logging.SimpleFormatter.format", "%4$s: %5$s%n")
