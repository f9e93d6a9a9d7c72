package nl.mjpmonitor.dashboard.duiding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import nl.mjpmonitor.dashboard.duiding.InvalidDuidingException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuidingTextTest {

    @Test
    void theTextIsKeptWithoutWhatIsNotSeen() {
        assertThat(DuidingText.of("  Regel een\r\nRegel\u0007 twee\u202e\n\n\n\nSlot \n"))
                .isEqualTo("Regel een\nRegel twee\n\nSlot");
        assertThat(DuidingText.of("Er waren <5 meldingen, 3 < 4 & 'rustig'"))
                .isEqualTo("Er waren <5 meldingen, 3 < 4 & 'rustig'");
        assertThat(DuidingText.of("x".repeat(DuidingText.LONGEST))).hasSize(DuidingText.LONGEST);
        assertThat(DuidingText.of("😀".repeat(DuidingText.LONGEST))).hasSize(2 * DuidingText.LONGEST);
    }

    @ParameterizedTest
    @CsvSource({
        "<b>vet</b>, MARKUP",
        "< script >, MARKUP",
        "</p>, MARKUP",
        "<!DOCTYPE, MARKUP",
        "' ', EMPTY",
        "'\u200b', EMPTY"
    })
    void whatIsNoPlainTextIsRefused(String typed, Reason reason) {
        assertRefused(typed, reason);
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertRefused("x".repeat(DuidingText.LONGEST + 1), Reason.TOO_LONG);
    }

    private static void assertRefused(String typed, Reason reason) {
        InvalidDuidingException refusal =
                catchThrowableOfType(InvalidDuidingException.class, () -> DuidingText.of(typed));
        assertThat(refusal).as(typed).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }
}
