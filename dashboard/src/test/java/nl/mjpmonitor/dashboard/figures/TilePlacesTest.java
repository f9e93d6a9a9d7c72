package nl.mjpmonitor.dashboard.figures;

import static org.assertj.core.api.Assertions.assertThat;

import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import org.junit.jupiter.api.Test;

class TilePlacesTest {

    private final TilePlaces places = new TilePlaces();

    @Test
    void everyBuurtHasAPlaceOfItsOwn() {
        assertThat(places.all().keySet())
                .containsExactlyInAnyOrderElementsOf(Areas.load().ofKind(AreaKind.BUURT).stream()
                        .map(Area::code)
                        .toList());
        assertThat(places.all().values()).doesNotHaveDuplicates();
    }

    @Test
    void noBuurtStandsInTheRiver() {
        assertThat(places.all().values()).noneMatch(place -> place.column() == places.riverColumn());
    }
}
