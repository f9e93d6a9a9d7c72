package nl.mjpmonitor.warehouse.aliases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.mjpmonitor.warehouse.reference.ReferenceException;
import nl.mjpmonitor.warehouse.reference.ReferenceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasesTest {

    private final Aliases aliases = Aliases.load(ReferenceFiles.packaged());

    @ParameterizedTest
    @CsvSource({
        "autokraak,1.2.1",
        "Auto-kraak,1.2.1",
        "AUTODIEFSTAL,1.2.2",
        "skaeve huze,skaeve-huse",
        "Skæve Huse,''",
        "Skaeve Hüse,skaeve-huse",
        "veiligheidsinformatieknooppunt,mik",
        "Maastrichts Informatieknooppunt,mik",
        "mik,mik",
        "onbekend woord,''"
    })
    void namesAreFoundHoweverTheyAreSpelled(String name, String code) {
        assertThat(aliases.find(name).map(Alias::code).orElse("")).isEqualTo(code);
    }

    @Test
    void aNameThatDocumentsUseOtherwiseSaysSo() {
        assertThat(aliases.find("autodiefstal"))
                .hasValueSatisfying(alias -> assertThat(alias.note()).contains("1.2.1"));
    }

    @Test
    void twoMeaningsOfOneNameAreRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("aliases.csv"), """
                alias;kind;code;name;note
                autokraak;offence-kind;1.2.1;Diefstal uit/vanaf motorvoertuigen;
                Auto kraak;offence-kind;1.2.2;Diefstal van motorvoertuigen;
                iets;soort;1.2.2;Diefstal van motorvoertuigen;
                """);
        String file = folder.resolve("aliases.csv").toString();

        assertThatThrownBy(() -> Aliases.load(ReferenceFiles.in(folder)))
                .isInstanceOfSatisfying(
                        ReferenceException.class,
                        refusal -> assertThat(refusal.problems())
                                .containsExactly(
                                        file + ":3: alias Auto kraak reads as the earlier autokraak; remove one",
                                        file
                                                + ":4: there is no such kind; write one of offence-kind, nuisance-kind, term"));
    }
}
