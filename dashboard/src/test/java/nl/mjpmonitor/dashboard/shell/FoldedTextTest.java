package nl.mjpmonitor.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedTextTest {

    private final String answer = "{\"text\": \"van 41 naar 29: \u221212 \u20ac, na\u00efef\"}".repeat(500);

    @Test
    void whatWasFoldedIsSmallAndComesBackAsItWas() {
        String folded = FoldedText.fold(answer).orElseThrow();

        assertThat(folded).hasSizeLessThan(answer.length() / 10);
        assertThat(FoldedText.unfold(folded)).contains(answer);
    }

    @Test
    void nothingIsFoldedTwice() {
        assertThat(FoldedText.fold(FoldedText.fold(answer).orElseThrow())).isEmpty();
    }

    @Test
    void whatIsShortOrNotThereStaysAsItIs() {
        assertThat(FoldedText.fold("{}")).isEmpty();
        assertThat(FoldedText.fold(null)).isEmpty();
        assertThat(FoldedText.unfold(answer)).isEmpty();
        assertThat(FoldedText.unfold(null)).isEmpty();
    }
}
