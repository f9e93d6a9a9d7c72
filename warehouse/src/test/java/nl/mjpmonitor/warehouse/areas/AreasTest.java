package nl.mjpmonitor.warehouse.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AreasTest {

    private final Areas areas = Areas.load();

    @Test
    void areTheMunicipality7Wijken44BuurtenAndTheRemainder() {
        assertThat(areas.all()).hasSize(53).extracting(Area::code).doesNotHaveDuplicates();
        assertThat(areas.ofKind(AreaKind.WIJK)).hasSize(7);
        assertThat(areas.ofKind(AreaKind.BUURT))
                .hasSize(44)
                .isSortedAccordingTo((one, other) -> one.code().compareTo(other.code()));
        assertThat(areas.ofKind(AreaKind.REST)).extracting(Area::name).containsExactly("Niet in te delen");
        assertThat(areas.municipality())
                .isEqualTo(
                        new Area(new AreaCode("GM0935"), "Maastricht", AreaKind.GEMEENTE, Optional.empty(), 125_305));
    }

    @Test
    void knowTheirParent() {
        assertThat(areas.find(new AreaCode("BU09350006")))
                .contains(new Area(
                        new AreaCode("BU09350006"),
                        "Wyck",
                        AreaKind.BUURT,
                        Optional.of(new AreaCode("WK093500")),
                        5_630));
        assertThat(areas.ofKind(AreaKind.WIJK))
                .allSatisfy(wijk -> assertThat(wijk.parent()).contains(new AreaCode("GM0935")));
        assertThat(areas.ofKind(AreaKind.REST))
                .allSatisfy(rest -> assertThat(rest.parent()).contains(new AreaCode("GM0935")));
    }

    @Test
    void addUpTheInhabitantsOfTheirBuurten() {
        for (Area wijk : areas.ofKind(AreaKind.WIJK)) {
            assertThat(inhabitants(areas.ofKind(AreaKind.BUURT).stream()
                            .filter(buurt -> buurt.parent().equals(Optional.of(wijk.code())))
                            .toList()))
                    .as(wijk.name())
                    .isEqualTo(wijk.inhabitants());
        }
        assertThat(inhabitants(areas.ofKind(AreaKind.WIJK)))
                .isEqualTo(areas.municipality().inhabitants());
    }

    @Test
    void areNotFoundForAnotherMunicipality() {
        assertThat(areas.find(new AreaCode("GM0363"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GM935", "GM0935 ", "gm0935", "BU0935000", "WK0935000", "BU09350000' OR 1=1 --"})
    void codeOfAnotherFormIsRefused(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AreaCode(code));
    }

    private static int inhabitants(List<Area> some) {
        return some.stream().mapToInt(Area::inhabitants).sum();
    }
}
