package nl.mjpmonitor.streaming.hotspots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.streaming.hotspots.Transition.Kind;
import nl.mjpmonitor.warehouse.thresholds.HotspotSettings;
import org.junit.jupiter.api.Test;

/** What reports make happen at a location, when it takes five on three days in four weeks, unless said otherwise. */
class HotspotLifeTest {

    private static final HotspotSettings SETTINGS = new HotspotSettings(5, 3, 28, 56, 730);
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final List<ReportChange> changes = new ArrayList<>();

    @Test
    void fourReportsMakeNoHotspot() {
        reports("persons", 0, 1, 2, 3);

        assertThat(life().transitions()).isEmpty();
        assertThat(life().areaCode()).isEqualTo("BU09350000");
    }

    @Test
    void fiveReportsOnTwoDaysMakeNoHotspot() {
        reports("persons", 0, 0, 0, 1, 1);

        assertThat(life().transitions()).isEmpty();
    }

    @Test
    void fiveReportsThatNoWindowHoldsMakeNoHotspot() {
        reports("persons", 0, 7, 14, 21, 28);

        assertThat(life().transitions()).isEmpty();
    }

    @Test
    void fiveReportsOnThreeDaysInAWindowOpenItAndTimeAloneCoolsAndClosesIt() {
        reports("persons", 0, 0, 7, 7, 27);

        assertThat(life().transitions())
                .containsExactly(
                        transition(27, Kind.OPENED, 5, 3, "persons"),
                        transition(28, Kind.COOLED, 3, 2, "persons"),
                        // the last report left the window long before
                        transition(84, Kind.CLOSED, 0, 0, "persons"));
    }

    @Test
    void itGrowsWithEveryReportMoreThanEver() {
        reports("persons", 0, 2, 4, 6, 8);
        reports("drugs", 10, 12);

        assertThat(life().transitions())
                .startsWith(
                        transition(8, Kind.OPENED, 5, 5, "persons"),
                        transition(10, Kind.GREW, 6, 6, "both"),
                        transition(12, Kind.GREW, 7, 7, "both"))
                .extracting(Transition::kind)
                .containsExactly(Kind.OPENED, Kind.GREW, Kind.GREW, Kind.COOLED, Kind.CLOSED);
    }

    @Test
    void itRevivesBeforeItCloses() {
        reports("drugs", 0, 2, 4, 6, 8, 40, 42, 44, 46, 48);

        assertThat(life().transitions())
                .containsExactly(
                        transition(8, Kind.OPENED, 5, 5, "drugs"),
                        transition(28, Kind.COOLED, 4, 4, "drugs"),
                        transition(48, Kind.REVIVED, 5, 5, "drugs"),
                        transition(68, Kind.COOLED, 4, 4, "drugs"),
                        transition(124, Kind.CLOSED, 0, 0, "drugs"));
    }

    @Test
    void itRevivesOnTheVeryDayOnWhichItWouldClose() {
        reports("drugs", 0, 2, 4, 6, 8, 76, 78, 80, 82, 84);

        assertThat(life().transitions())
                .extracting(Transition::kind)
                .containsExactly(Kind.OPENED, Kind.COOLED, Kind.REVIVED, Kind.COOLED, Kind.CLOSED);
    }

    @Test
    void itReopensAfterItClosed() {
        reports("drugs", 0, 2, 4, 6, 8, 200, 202, 204, 206, 208);

        assertThat(life().transitions())
                .extracting(Transition::kind)
                .containsExactly(Kind.OPENED, Kind.COOLED, Kind.CLOSED, Kind.REOPENED, Kind.COOLED, Kind.CLOSED);
        assertThat(life().episodes())
                .extracting(HotspotLife.Episode::closesOn)
                .containsExactly(FIRST.plusDays(84), FIRST.plusDays(284));
    }

    @Test
    void whatHappenedLongAgoIsForgottenAsAWhole() {
        reports("drugs", 0, 2, 4, 6, 8, 60, 900, 902, 904, 906, 908);
        LocalDate later = FIRST.plusDays(910);

        assertThat(life(later).transitions())
                .as("it opens, as if it never had")
                .extracting(Transition::kind)
                .containsExactly(Kind.OPENED, Kind.COOLED, Kind.CLOSED);
        assertThat(HotspotLife.rememberedFrom(SETTINGS, changes, later)).isEqualTo(FIRST.plusDays(900));
        assertThat(HotspotLife.rememberedFrom(SETTINGS, changes, FIRST.plusDays(790)))
                .as("a day is remembered with the days it may have been linked to")
                .isEqualTo(FIRST);
        assertThat(HotspotLife.rememberedFrom(SETTINGS, changes, FIRST.plusDays(2_000)))
                .isEqualTo(LocalDate.MAX);
    }

    @Test
    void aReportThatIsGoneCountsNoMoreAndOneThatIsPutRightOnce() {
        reports("persons", 0, 2, 4, 6, 8);
        change("r3", 4, "persons", "BU09350000", -1);

        assertThat(life().transitions()).isEmpty();
        assertThat(HotspotLife.live(changes)).isEqualTo(4);

        change("r3", 4, "drugs", "BU09350001", 1);

        assertThat(life().transitions()).first().isEqualTo(transition(8, Kind.OPENED, 5, 5, "both"));
        assertThat(HotspotLife.live(changes)).isEqualTo(5);
    }

    @Test
    void theBuurtIsThatOfTheNewestLiveReport() {
        reports("persons", 0, 2, 4);
        change("r9", 9, "persons", "BU09350009", 1);

        assertThat(life().areaCode()).isEqualTo("BU09350009");

        change("r9", 9, "persons", "BU09350009", -1);

        assertThat(life().areaCode()).isEqualTo("BU09350000");
    }

    @Test
    void otherSettingsOpenAtOtherTimes() {
        reports("persons", 0, 1);

        assertThat(HotspotLife.of(new HotspotSettings(2, 2, 7, 31, 60), changes, FIRST.plusDays(2))
                        .transitions())
                .containsExactly(
                        transition(1, Kind.OPENED, 2, 2, "persons"),
                        transition(7, Kind.COOLED, 1, 1, "persons"),
                        transition(38, Kind.CLOSED, 0, 0, "persons"));
    }

    private void reports(String category, int... days) {
        for (int day : days) {
            change("r" + (changes.size() + 1), day, category, "BU09350000", 1);
        }
    }

    private void change(String report, int day, String category, String area, int change) {
        changes.add(new ReportChange(
                "1.location", report, FIRST.plusDays(day).toEpochDay(), category, area, change, Instant.EPOCH));
    }

    private HotspotLife life() {
        return life(TODAY);
    }

    private HotspotLife life(LocalDate today) {
        return HotspotLife.of(SETTINGS, changes, today);
    }

    private static Transition transition(int day, Kind kind, int reports, int days, String category) {
        return new Transition(FIRST.plusDays(day), kind, reports, days, category);
    }
}
