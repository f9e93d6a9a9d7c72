package nl.mjpmonitor.streaming.change;

import java.nio.file.Path;
import java.util.TreeMap;

/** The contracts of the project, and those of tables that the job counts already and whose source system is still to come. */
public final class TestContracts {

    private static final Path TO_COME = Path.of("src", "test", "resources", "contracts-to-come");

    private TestContracts() {}

    public static ContractSources all() {
        TreeMap<String, String> texts =
                new TreeMap<>(ContractSources.read(TO_COME).texts());
        texts.putAll(ContractSources.packaged().texts());
        return ContractSources.of(texts);
    }
}
