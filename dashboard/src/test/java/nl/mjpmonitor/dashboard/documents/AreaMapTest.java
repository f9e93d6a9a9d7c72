package nl.mjpmonitor.dashboard.documents;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AreaMapTest {

    private final AreaMap good = Documents.map("kaart");

    @Test
    void everyTileHasAPlaceOfItsOwnOnLand() {
        assertThatNoException().isThrownBy(() -> map(tile(1, 1, Optional.of(5)), tile(1, 2, Optional.empty())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(tile(1, 1, Optional.empty()), tile(1, 1, Optional.empty())))
                .withMessageContaining("no place of its own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(tile(1, good.legend().riverColumn(), Optional.empty())));
        assertThatIllegalArgumentException().isThrownBy(this::map).withMessageContaining("no tiles");
    }

    @Test
    void everyClassStandsInTheLegend() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map(tile(1, 1, Optional.of(6))))
                .withMessageContaining("no legend");
        assertThatIllegalArgumentException().isThrownBy(() -> map(tile(1, 1, Optional.of(0))));
    }

    @Test
    void aMapAlwaysSaysWhatItShows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AreaMap("kaart", "Kaart", " ", good.tiles(), good.legend(), good.table()));
    }

    private AreaMap map(MapTile... tiles) {
        return new AreaMap("kaart", "Kaart", "Wat zij zegt.", List.of(tiles), good.legend(), good.table());
    }

    private static MapTile tile(int row, int column, Optional<Integer> classNumber) {
        return new MapTile("Wyck", "3", classNumber, false, row, column);
    }
}
