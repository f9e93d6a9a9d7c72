package nl.mjpmonitor.warehouse.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AreasTest {

    private final Areas areas = Areas.load();

    @Test
    void areTheMunicipalityItsDivisionsTheRegionAndTheCountry() {
        assertThat(areas.all())
                .hasSize(53 + 7 + 4 + 1 + 15 + 1)
                .extracting(Area::code)
                .doesNotHaveDuplicates();
        assertThat(areas.ofKind(AreaKind.WIJK)).hasSize(7);
        assertThat(areas.ofKind(AreaKind.BUURT))
                .hasSize(44)
                .isSortedAccordingTo((one, other) -> one.code().compareTo(other.code()));
        assertThat(areas.ofKind(AreaKind.REST)).extracting(Area::name).containsExactly("Niet in te delen");
        assertThat(areas.municipality())
                .isEqualTo(
                        new Area(new AreaCode("GM0935"), "Maastricht", AreaKind.GEMEENTE, Optional.empty(), 125_305));
        assertThat(areas.ofKind(AreaKind.STADSDEEL)).hasSize(7).noneMatch(Area::isDemonstration);
        assertThat(areas.ofKind(AreaKind.LWA)).hasSize(4).allMatch(Area::isDemonstration);
        assertThat(areas.ofKind(AreaKind.REGIO)).extracting(Area::name).containsExactly("Zuid-Limburg");
        assertThat(areas.ofKind(AreaKind.REGIOGEMEENTE)).hasSize(15);
        assertThat(areas.ofKind(AreaKind.LAND)).extracting(Area::name).containsExactly("Nederland");
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
    void areMadeOfLeaves() {
        LocalDate day = LocalDate.of(2023, 6, 1);
        AreaCode wyck = new AreaCode("BU09350006");

        assertThat(areas.division(AreaKind.GEMEENTE).leaves(new AreaCode("GM0935"), day))
                .hasSize(46)
                .contains(wyck, new AreaCode("BU09359999"), new AreaCode("GM0935"));
        assertThat(areas.division(AreaKind.REGIO).leaves(new AreaCode("ZL"), day))
                .hasSize(16)
                .contains(new AreaCode("GM0935"), new AreaCode("GM1954"));
        assertThat(areas.division(AreaKind.LAND).leaves(new AreaCode("NL01"), day))
                .containsExactly(new AreaCode("NL01"));
        assertThat(areas.division(AreaKind.BUURT).leaves(wyck, day)).containsExactly(wyck);
        assertThat(areas.division(AreaKind.WIJK).areaOf(wyck, day)).contains(new AreaCode("WK093500"));
        assertThat(areas.division(AreaKind.STADSDEEL).areaOf(wyck, day)).contains(new AreaCode("SD093500"));
        assertThat(areas.division(AreaKind.LWA).areaOf(wyck, day)).isPresent();
        assertThat(areas.division(AreaKind.WIJK).areaOf(new AreaCode("BU09359999"), day))
                .isEmpty();
    }

    @Test
    void haveTheSameBuurtenInAStadsdeelAsInItsWijk() {
        LocalDate day = LocalDate.of(2023, 6, 1);
        for (Area wijk : areas.ofKind(AreaKind.WIJK)) {
            AreaCode stadsdeel = new AreaCode(wijk.code().value().replace("WK", "SD"));
            assertThat(areas.division(AreaKind.STADSDEEL).leaves(stadsdeel, day))
                    .isEqualTo(areas.division(AreaKind.WIJK).leaves(wijk.code(), day));
            assertThat(areas.find(stadsdeel).orElseThrow().inhabitants()).isEqualTo(wijk.inhabitants());
        }
    }

    @Test
    void warnForFewInhabitants() {
        Population population = areas.population();

        assertThat(population.newest(new AreaCode("BU09350500")))
                .hasValueSatisfying(few -> assertThat(few.isSmall()).isTrue());
        assertThat(population.on(new AreaCode("GM0935"), LocalDate.of(2019, 1, 1)))
                .contains(new Inhabitants(new AreaCode("GM0935"), LocalDate.of(2024, 1, 1), 125_305, "CBS 85984NED"));
        assertThat(population.newest(new AreaCode("LW093503")))
                .hasValueSatisfying(sum -> assertThat(sum.count()).isEqualTo(31_865));
        assertThat(population.newest(new AreaCode("BU09359999"))).isEmpty();
    }

    @Test
    void areTheOnesTheMigrationStartsFrom() {
        List<String> codes = PackagedFiles.read("sql/migrations/025_core_area_rows.csv")
                .text()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();

        assertThat(areas.all().stream().map(area -> area.code().value())).containsAll(codes);
    }

    @Test
    void areNotFoundForAnotherMunicipality() {
        assertThat(areas.find(new AreaCode("GM0363"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GM935",
                "GM0935 ",
                "gm0935",
                "BU0935000",
                "WK0935000",
                "SD0935",
                "ZL1",
                "NL02",
                "BU09350000' OR 1=1 --"
            })
    void codeOfAnotherFormIsRefused(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AreaCode(code));
    }

    private static int inhabitants(List<Area> some) {
        return some.stream().mapToInt(Area::inhabitants).sum();
    }
}
