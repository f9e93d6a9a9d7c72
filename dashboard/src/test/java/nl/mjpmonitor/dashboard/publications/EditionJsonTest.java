package nl.mjpmonitor.dashboard.publications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.documents.Documents;
import org.junit.jupiter.api.Test;

class EditionJsonTest {

    @Test
    void whatIsKeptComesBackAsItWas() {
        EditionContent content = new EditionContent(
                Instant.parse("2026-02-06T08:14:00.123Z"),
                Map.of("tekst-samenvatting", "Regel\n\n\"quotes\" <b> \u202e"),
                Optional.of(Documents.everything()));
        assertThat(EditionJson.read(EditionJson.write(content))).isEqualTo(content);
        assertThat(EditionJson.read(EditionJson.write(content.thawed()))).isEqualTo(content.thawed());
    }
}
