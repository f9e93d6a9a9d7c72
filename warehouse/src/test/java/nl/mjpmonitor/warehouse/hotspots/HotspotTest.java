package nl.mjpmonitor.warehouse.hotspots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a potential hotspot says about itself. */
class HotspotTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @Test
    void itSaysWhyItOpened() {
        assertThat(hotspot(HotspotReason.OPENED, NuisanceCategory.PERSONS, 5, 3).why(DUTCH))
                .isEqualTo("Op 3 november 2026 werd deze plek een mogelijke hotspot: 5 meldingen over overlast van"
                        + " personen in 28 dagen, op 3 dagen.");
    }

    @Test
    void itSaysWhatHappensWhenNoReportComesIn() {
        assertThat(hotspot(HotspotReason.COOLED, NuisanceCategory.BOTH, 1, 1).why(DUTCH))
                .isEqualTo("Sinds 3 november 2026 wordt het rustiger. Er was 1 melding over overlast van personen en"
                        + " drugs in 28 dagen: te weinig voor een hotspot. Komt er niets bij, dan sluit hij op 29"
                        + " december 2026.");
        assertThat(hotspot(HotspotReason.COOLED, NuisanceCategory.BOTH, 0, 0).why(DUTCH))
                .contains("Er waren geen meldingen");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasASentenceInBothLanguages(HotspotReason reason) {
        for (NuisanceCategory category : NuisanceCategory.values()) {
            String dutch = hotspot(reason, category, 6, 4).why(DUTCH);
            String english = hotspot(reason, category, 6, 4).why(Locale.ENGLISH);

            assertThat(dutch).endsWith(".").doesNotContain("{");
            assertThat(english).endsWith(".").doesNotContain("{").isNotEqualTo(dutch);
        }
    }

    @Test
    void anUnknownLanguageIsDutch() {
        assertThat(hotspot(HotspotReason.GREW, NuisanceCategory.DRUGS, 6, 4).why(Locale.JAPANESE))
                .startsWith("Het worden er meer: 6 meldingen over overlast van drugs");
    }

    private static Hotspot hotspot(HotspotReason reason, NuisanceCategory category, int reports, int days) {
        return new Hotspot(
                "hs-0123456789abcdef",
                new AreaCode("BU09350006"),
                category,
                HotspotState.OPEN,
                LocalDate.of(2026, 11, 3),
                reason,
                reports,
                days,
                28,
                LocalDate.of(2026, 11, 3),
                1,
                Optional.of(LocalDate.of(2026, 12, 29)),
                Optional.empty(),
                Instant.EPOCH);
    }
}
