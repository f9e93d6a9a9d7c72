package nl.mjpmonitor.streaming.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractsTest {

    private static final String GOOD =
            "{'x-system':'s','x-schema':'p','x-table':'t','x-key':['id'],'properties':{'id':{'type':'integer'}}}";

    @Test
    void topicsAreThoseOfTheTablesAndOfTheirSystemsHeartbeats() {
        assertThat(ContractSources.packaged().compile(List.of()).topics())
                .contains("__debezium-heartbeat.ondermijning", "ondermijning.ondermijning.case_step")
                .filteredOn(topic -> topic.contains("politiecijfers"))
                .containsExactly(
                        "__debezium-heartbeat.politiecijfers",
                        "politiecijfers.politie.delivery",
                        "politiecijfers.politie.nuisance_kind",
                        "politiecijfers.politie.offence_kind",
                        "politiecijfers.politie.offence_kind_class",
                        "politiecijfers.politie.police_class",
                        "politiecijfers.politie.registration");
    }

    @Test
    void rowsWithoutAnEnvelopeAreNoLessPartOfTheJob() {
        assertThat(ContractSources.packaged().compile(List.of()).topics())
                .filteredOn(topic -> topic.contains("opendata"))
                .containsExactly(
                        "__debezium-heartbeat.opendata",
                        "opendata.cell.nuisance",
                        "opendata.cell.offence",
                        "opendata.cell.perception",
                        "opendata.cell.population",
                        "opendata.control.reading",
                        "opendata.control.rejected_row");
    }

    @Test
    void thePackagedContractsAreThoseOfIngest() {
        assertThat(ContractSources.packaged().texts())
                .isEqualTo(ContractSources.read(Path.of("..", "ingest", "contracts"))
                        .texts());
    }

    @Test
    void sourcesTravelToTheTasks() throws IOException, ClassNotFoundException {
        ContractSources packaged = ContractSources.packaged();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(packaged);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((ContractSources) in.readObject()).texts()).isEqualTo(packaged.texts());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                                                    | must be JSON",
                "[]                                                                                   | must be a JSON Schema object with properties",
                "{'properties':{'id':{}},'x-key':['id'],'x-schema':'p','x-table':'t'}                 | must have a text in x-system",
                "{'properties':{'id':{}},'x-system':'s','x-schema':'p','x-table':'t'}                 | must name its key columns in x-key",
                "{'properties':{'id':{}},'x-key':['no'],'x-system':'s','x-schema':'p','x-table':'t'}  | names the key column no that is not among its properties",
                "{'properties':{'id':{}},'x-key':['id'],'x-system':'s','x-schema':'p','x-table':'t','x-envelope':'brown'}  | must have debezium or flat in x-envelope",
                "{'properties':{'id':{'minimun':1}},'x-key':['id'],'x-system':'s','x-schema':'p','x-table':'t'} | the keyword minimun is unknown",
                "{'properties':{'id':{'$ref':'codes/none.json'}},'x-key':['id'],'x-system':'s','x-schema':'p','x-table':'t'} | must be a valid JSON Schema"
            })
    void anUnusableContractIsRefusedWithItsNameAndWhatToChange(String contract, String problem) {
        ContractSources sources =
                ContractSources.of(new TreeMap<>(Map.of("s.p.t.schema.json", contract.replace('\'', '"'))));

        assertThatThrownBy(() -> sources.compile(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("s.p.t.schema.json")
                .hasMessageContaining(problem);
    }

    @Test
    void aFolderWithoutContractsIsRefused() {
        assertThatThrownBy(() -> ContractSources.of(new TreeMap<>(Map.of("codes/a.json", GOOD))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No contract found");
    }
}
