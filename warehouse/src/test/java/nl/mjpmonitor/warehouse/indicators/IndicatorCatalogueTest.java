package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import org.junit.jupiter.api.Test;

/** The catalogue that is packaged. */
class IndicatorCatalogueTest {

    private final IndicatorCatalogue catalogue = IndicatorCatalogue.load();

    @Test
    void holdsTheTwoCrimeTablesInTheOrderOfTheSource() {
        assertThat(catalogue.inTheme("criminaliteit"))
                .extracting(IndicatorGroup::id)
                .containsExactly("hic", "vvc", "totalen-criminaliteit", "overige-criminaliteit", "gedigitaliseerd");
        assertThat(catalogue.inGroup("hic"))
                .extracting(indicator -> indicator.id().value())
                .containsExactly("woninginbraak", "overval-bedrijf", "overval-woning", "straatroof");
        assertThat(catalogue.inGroup("vvc"))
                .extracting(indicator -> indicator.id().value())
                .containsExactly(
                        "diefstal-uit-motorvoertuig",
                        "fietsdiefstal",
                        "openlijk-geweld",
                        "vernieling",
                        "zakkenrollerij");
        assertThat(catalogue.inGroup("niets")).isEmpty();
        assertThat(catalogue.inTheme("niets")).isEmpty();
    }

    @Test
    void beginsWithThePrioritiesOfTheProgramme() {
        assertThat(catalogue.themes())
                .extracting(IndicatorTheme::id)
                .startsWith("ondermijning", "bestuurlijk", "onderschat", "overlast", "criminaliteit")
                .endsWith("gebieden");
        assertThat(catalogue.groups())
                .extracting(IndicatorGroup::theme)
                .containsSubsequence("ondermijning", "overlast", "criminaliteit", "zorg-en-veiligheid", "gebieden");
    }

    @Test
    void readsEveryFieldOfAnEntry() {
        Indicator indicator = catalogue.find(new IndicatorId("overval-bedrijf")).orElseThrow();

        assertThat(indicator.theme()).isEqualTo("criminaliteit");
        assertThat(indicator.group()).isEqualTo("hic");
        assertThat(indicator.position()).isEqualTo(2);
        assertThat(indicator.name()).isEqualTo(new LocalizedText("Overval in bedrijven", "Robbery of businesses"));
        assertThat(indicator.name().in(Locale.ENGLISH)).isEqualTo("Robbery of businesses");
        assertThat(indicator.name().in(Locale.forLanguageTag("nl-NL"))).isEqualTo("Overval in bedrijven");
        assertThat(indicator.definition().nl()).contains("klasse B73");
        assertThat(indicator.unit()).isEqualTo(Unit.AANTAL);
        assertThat(indicator.source()).isEqualTo("politiecijfers");
        assertThat(indicator.owner()).isEqualTo("Team Openbare Orde en Veiligheid");
        assertThat(indicator.measure()).isInstanceOfSatisfying(Measure.Count.class, count -> {
            assertThat(count.rows().fact().id()).hasToString("politiecijfers.registration");
            assertThat(count.rows().measures()).containsExactly("politie.B73");
            assertThat(count.rows().registers()).containsExactly("B73");
        });
        assertThat(indicator.areas())
                .containsExactlyInAnyOrder(
                        AreaKind.GEMEENTE,
                        AreaKind.STADSDEEL,
                        AreaKind.LWA,
                        AreaKind.WIJK,
                        AreaKind.BUURT,
                        AreaKind.REST);
        assertThat(indicator.grains()).containsExactly(PeriodGrain.YEAR, PeriodGrain.QUARTER, PeriodGrain.MONTH);
        assertThat(indicator.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(indicator.target())
                .isInstanceOfSatisfying(
                        Target.Heading.class, target -> assertThat(target.way()).isEqualTo(Target.Way.DOWN));
        assertThat(indicator.confidentiality()).isEqualTo(Confidentiality.OPENBAAR);
        assertThat(indicator.disclosure()).isEqualTo(Disclosure.OPEN);
        assertThat(indicator.aliases()).contains("bedrijfsoverval");
        assertThat(indicator.perInhabitants()).isTrue();
        assertThat(indicator.provisionalMonths()).isEqualTo(3);
        assertThat(indicator.exceptionalYears()).containsExactly(2020, 2021);
        assertThat(indicator.definedFrom()).isEqualTo(YearMonth.of(2019, 1));
        assertThat(indicator.notes()).singleElement().satisfies(note -> {
            assertThat(note.quote()).isEqualTo("Overval in bedrijven 6 2 3 1 -67%");
            assertThat(note.text())
                    .hasValueSatisfying(text -> assertThat(text.nl()).contains("2021 onbekend"));
        });
    }

    @Test
    void countsTheClassesOfTheKindsOfOffence() {
        assertThat(measures("woninginbraak")).containsExactly("A20", "A30", "B20", "B30");
        assertThat(measures("fietsdiefstal")).containsExactly("A72", "A73", "B62", "B63");
        assertThat(measures("vernieling")).containsExactly("C20", "C30", "C40", "F11");
        assertThat(measures("diefstal-uit-motorvoertuig")).containsExactly("A10", "B10");
    }

    @Test
    void addsUpTheRowsOfATableInItsTotal() {
        assertThat(measures("hic-totaal")).containsExactlyInAnyOrderElementsOf(rows("hic"));
        assertThat(measures("vvc-totaal")).containsExactlyInAnyOrderElementsOf(rows("vvc"));
    }

    /** The classes of the rows of a table, each once. */
    private List<String> rows(String group) {
        return catalogue.inGroup(group).stream()
                .flatMap(indicator -> measures(indicator.id().value()).stream())
                .toList();
    }

    private List<String> measures(String id) {
        return measures(catalogue.find(new IndicatorId(id)).orElseThrow()).stream()
                .map(measure -> measure.replace("politie.", ""))
                .toList();
    }

    private static List<String> measures(Indicator indicator) {
        return indicator.measure().source().map(FactReference::measures).orElseThrow();
    }
}
