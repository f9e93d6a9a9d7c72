package nl.mjpmonitor.dashboard.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.mjpmonitor.dashboard.search.SearchEntry.Kind;
import org.junit.jupiter.api.Test;

class SearchIndexTest {

    private final SearchIndex index = new SearchIndex(List.of(
            entry(Kind.INDICATOR, "Diefstal/inbraak woning", "woninginbraak"),
            entry(Kind.INDICATOR, "Diefstal van brom-, snor-, fietsen", "fietsdiefstal"),
            entry(Kind.INDICATOR, "Diefstal uit/vanaf motorvoertuigen", "autokraak", "auto-inbraak"),
            entry(Kind.INDICATOR, "Geïdentificeerde overlasthotspots", "hotspots"),
            entry(Kind.AREA, "Wyck", "BU09350003"),
            entry(Kind.AREA, "Wyckerpoort", "BU09350201"),
            entry(Kind.VIEW, "Doelen")));

    @Test
    void findsByAnotherName() {
        assertThat(names("autokraak")).containsExactly("Diefstal uit/vanaf motorvoertuigen");
        assertThat(names("Auto Inbraak")).containsExactly("Diefstal uit/vanaf motorvoertuigen");
    }

    @Test
    void capitalsAccentsAndSpacesDoNotMatter() {
        assertThat(names("GEIDENTIFICEERDE overlast")).containsExactly("Geïdentificeerde overlasthotspots");
        assertThat(names("woning inbraak")).containsExactly("Diefstal/inbraak woning");
    }

    @Test
    void wordsMayStandInAnyOrder() {
        assertThat(names("fietsen diefstal")).containsExactly("Diefstal van brom-, snor-, fietsen");
        assertThat(names("fietsen wyck")).isEmpty();
    }

    @Test
    void whatIsCalledExactlySoComesFirst() {
        assertThat(names("wyck")).containsExactly("Wyck", "Wyckerpoort");
    }

    @Test
    void aCodeFindsItsArea() {
        assertThat(names("BU09350201")).containsExactly("Wyckerpoort");
    }

    @Test
    void equallyGoodFindsAreListedByKind() {
        SearchIndex equal = new SearchIndex(List.of(
                entry(Kind.AREA, "Overlastgebied"),
                entry(Kind.INDICATOR, "Overlast drugs"),
                entry(Kind.VIEW, "Overlast nu")));

        assertThat(equal.find("overlast", 5))
                .extracting(SearchEntry::kind)
                .containsExactly(Kind.VIEW, Kind.INDICATOR, Kind.AREA);
    }

    @Test
    void nothingIsFoundForNothing() {
        assertThat(names("")).isEmpty();
        assertThat(names(" -/ ")).isEmpty();
        assertThat(names("xyz")).isEmpty();
    }

    @Test
    void noMoreThanAsked() {
        assertThat(index.find("diefstal", 2)).hasSize(2);
    }

    private List<String> names(String typed) {
        return index.find(typed, 10).stream().map(SearchEntry::name).toList();
    }

    private static SearchEntry entry(Kind kind, String name, String... others) {
        return new SearchEntry(kind, name, "", List.of(others), "ergens");
    }
}
