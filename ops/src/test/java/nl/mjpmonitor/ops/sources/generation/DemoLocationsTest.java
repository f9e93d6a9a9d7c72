package nl.mjpmonitor.ops.sources.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Location;
import nl.mjpmonitor.ops.sources.generation.DemoLocations.Use;
import org.junit.jupiter.api.Test;

class DemoLocationsTest {
    @Test
    void haveANumberEachAndLieInABuurt() {
        List<Location> all = Stream.of(Use.values())
                .flatMap(use -> DemoLocations.with(use).stream())
                .toList();

        assertThat(all)
                .extracting(Location::number)
                .doesNotHaveDuplicates()
                .allMatch(number -> number.matches("LOC-0935-\\d{6}"));
        assertThat(all)
                .extracting(Location::areaCode)
                .isSubsetOf(AreaWeights.load().buurten().stream()
                        .map(AreaWeights.AreaWeight::code)
                        .toList());
        assertThat(DemoLocations.with(Use.STORAGE)).hasSizeGreaterThan(322).allMatch(unit -> unit.use() == Use.STORAGE);
    }

    @Test
    void drawTheRemainderSeldom() {
        AreaWeights areas = AreaWeights.load();
        Chance chance = Chance.of(1, "areas");
        List<String> drawn =
                Stream.generate(() -> areas.draw(chance)).limit(20_000).toList();

        assertThat(drawn.stream().distinct()).hasSize(45);
        assertThat(drawn.stream().filter(AreaWeights.REMAINDER_CODE::equals).count())
                .isBetween(90L, 220L);
    }
}
