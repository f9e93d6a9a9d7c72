package nl.mjpmonitor.dashboard.reports;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.warehouse.catalogue.CatalogueDocument;
import nl.mjpmonitor.warehouse.catalogue.CatalogueFiles;
import nl.mjpmonitor.warehouse.packaged.PackagedFile;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;
import org.jspecify.annotations.Nullable;

/**
 * The list by which records are kept or destroyed, as far as reports come under it.
 *
 * @param name name of the list
 * @param source where it was published
 * @param address of that publication
 * @param results the results of the list that reports come under
 */
public record SelectionList(String name, String source, String address, List<Retention> results) {

    private static final String FILE = "reports/retention.yaml";

    public SelectionList {
        results = List.copyOf(results);
    }

    /** {@code retention.yaml} as it is written. */
    record Entry(String list, String source, String address, List<ResultEntry> results) {}

    record ResultEntry(
            String category,
            String process,
            String name,
            @Nullable Integer years) {

        Retention retention(String list) {
            return new Retention(list, category, process, name, Optional.ofNullable(years));
        }
    }

    /**
     * Reads the list that is packaged with the dashboard.
     *
     * @throws nl.mjpmonitor.warehouse.catalogue.CatalogueException when it is wrong; it names file, line and what to change
     */
    static SelectionList packaged() {
        return read(PackagedFiles.read(FILE));
    }

    static SelectionList read(PackagedFile file) {
        CatalogueFiles files = new CatalogueFiles(List.of(file));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(PackagedFiles.read("reports/retention.schema.json").text());
        Optional<CatalogueDocument> document = files.valid(file, schema);
        document.ifPresent(valid -> checkCategories(valid, files));
        files.refuseProblems();
        Entry entry = document.orElseThrow().as(Entry.class);
        return new SelectionList(
                entry.list(),
                entry.source(),
                entry.address(),
                entry.results().stream()
                        .map(result -> result.retention(entry.list()))
                        .toList());
    }

    private static void checkCategories(CatalogueDocument document, CatalogueFiles files) {
        List<ResultEntry> results = document.as(Entry.class).results();
        Set<String> categories = new HashSet<>();
        for (int number = 0; number < results.size(); number++) {
            String category = results.get(number).category();
            if (!categories.add(category)) {
                files.add(document.problem(
                        "/results/" + number + "/category",
                        "category " + category + " stands here twice; leave one out"));
            }
        }
    }

    /** The result of a category; empty when reports do not come under it. */
    public Optional<Retention> find(String category) {
        return results.stream().filter(one -> one.category().equals(category)).findFirst();
    }
}
