package nl.mjpmonitor.warehouse.catalogue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.packaged.PackagedFile;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;

/**
 * The files of the catalogue and what is wrong with them. It goes on after a problem, so that one reading tells all of
 * them; {@link #refuseProblems} ends a reading.
 */
public final class CatalogueFiles {

    private static final String FOLDER = "catalogue/";

    private final List<PackagedFile> files;
    private final List<String> problems = new ArrayList<>();

    public CatalogueFiles(List<PackagedFile> files) {
        this.files = List.copyOf(files);
    }

    /** The catalogue that is packaged with this module. */
    public static CatalogueFiles packaged() {
        return new CatalogueFiles(PackagedFiles.below("catalogue"));
    }

    /** All YAML files, by path. */
    public List<PackagedFile> yaml() {
        return files.stream().filter(file -> file.name().endsWith(".yaml")).toList();
    }

    /** The YAML files of one folder of the catalogue, such as {@code facts}, by path. */
    public List<PackagedFile> yamlIn(String folder) {
        return yaml().stream()
                .filter(file -> file.folder().equals(FOLDER + folder))
                .toList();
    }

    /** The values in the first column of a code list of the catalogue; empty when there is no such list. */
    public Optional<Set<String>> codes(String name) {
        return find(name)
                .map(file -> file.text()
                        .lines()
                        .skip(1)
                        .map(line -> line.split(";", 2)[0])
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * A JSON Schema of the catalogue.
     *
     * @throws CatalogueException when it is not there
     */
    public Schema schema(String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(find(name)
                        .orElseThrow(() -> new CatalogueException(List.of(name + " is not there; restore it")))
                        .text());
    }

    /** The file as a document; empty, with its problems kept, when it is not YAML or not what the schema asks. */
    public Optional<CatalogueDocument> valid(PackagedFile file, Schema schema) {
        try {
            CatalogueDocument document = CatalogueDocument.parse(file);
            List<String> violations = document.violations(schema);
            problems.addAll(violations);
            return violations.isEmpty() ? Optional.of(document) : Optional.empty();
        } catch (CatalogueException unreadable) {
            problems.addAll(unreadable.problems());
            return Optional.empty();
        }
    }

    /** Keeps a problem, written by {@link CatalogueDocument#problem}. */
    public void add(String problem) {
        problems.add(problem);
    }

    /** Number of problems so far. */
    public int problemCount() {
        return problems.size();
    }

    /**
     * Ends a reading.
     *
     * @throws CatalogueException with all problems, when there are any
     */
    public void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new CatalogueException(problems);
        }
    }

    private Optional<PackagedFile> find(String name) {
        return files.stream().filter(file -> file.path().equals(FOLDER + name)).findFirst();
    }
}
