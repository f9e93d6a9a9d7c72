package nl.mjpmonitor.warehouse.facts;

import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.mjpmonitor.warehouse.catalogue.CatalogueDocument;
import nl.mjpmonitor.warehouse.catalogue.CatalogueFiles;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.packaged.PackagedFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code facts/<system>.yaml}. What is wrong stands in the files' problems. */
final class FactReader {

    private static final String FOLDER = "facts";

    private final CatalogueFiles files;
    private final Schema schema;
    private final Map<FactId, Fact> facts = new TreeMap<>();
    private final Map<String, Set<String>> registers = new TreeMap<>();

    FactReader(CatalogueFiles files) {
        this.files = files;
        this.schema = files.schema("facts.schema.json");
    }

    FactCatalogue read() {
        files.yamlIn(FOLDER).forEach(this::readSystem);
        return new FactCatalogue(facts, registers);
    }

    private void readSystem(PackagedFile file) {
        files.valid(file, schema).ifPresent(document -> {
            SystemEntry entry = document.as(SystemEntry.class);
            if (!file.name().equals(entry.system() + ".yaml")) {
                files.add(document.problem(
                        "/system", "the file is not named after its system; name it " + entry.system() + ".yaml"));
            }
            Set<String> known = new TreeSet<>(list(entry.registers()));
            for (int index = 0; index < entry.facts().size(); index++) {
                FactEntry fact = entry.facts().get(index);
                readFact(document, "/facts/" + index, entry, fact);
                Optional.ofNullable(fact.register()).ifPresent(known::add);
            }
            registers.put(entry.system(), known);
        });
    }

    private void readFact(CatalogueDocument document, String pointer, SystemEntry system, FactEntry entry) {
        FactId id = new FactId(system.system(), entry.id());
        if (facts.containsKey(id)) {
            files.add(document.problem(pointer + "/id", "fact " + id + " exists already; give it another id"));
            return;
        }
        int known = files.problemCount();
        List<Category> categories = categories(document, pointer, entry);
        Optional<StreamedMeasure> streamed =
                Optional.ofNullable(entry.measure()).map(StreamedMeasure::parse);
        streamed.filter(measure -> categories.stream()
                        .noneMatch(category -> category.column().equals(measure.category())))
                .ifPresent(measure -> files.add(document.problem(
                        pointer + "/measure",
                        "the measure is named by " + measure.category() + ", which is no category; add it to"
                                + " categories")));
        if (files.problemCount() == known) {
            facts.put(id, fact(id, system, entry, categories, streamed));
        }
    }

    private static Fact fact(
            FactId id,
            SystemEntry system,
            FactEntry entry,
            List<Category> categories,
            Optional<StreamedMeasure> streamed) {
        return new Fact(
                id,
                Objects.requireNonNullElse(system.schema(), system.system()),
                entry.table(),
                list(entry.derivedFrom()),
                entry.counts(),
                entry.name(),
                entry.date(),
                Optional.ofNullable(entry.area()),
                Boolean.TRUE.equals(entry.addsUpOverAreas()),
                conditions(entry.where()),
                Optional.ofNullable(entry.amount()),
                approximate(entry.approximate()),
                conditions(entry.provisional()),
                "deliveries".equals(system.coverage()) ? Coverage.DELIVERIES : Coverage.REGISTERS,
                Optional.ofNullable(entry.register()),
                categories,
                list(entry.identities()),
                leadTimes(entry),
                Optional.ofNullable(entry.margin()),
                streamed);
    }

    private List<Category> categories(CatalogueDocument document, String pointer, FactEntry entry) {
        List<Category> categories = new ArrayList<>();
        Map<String, JsonNode> written = Objects.requireNonNullElse(entry.categories(), Map.of());
        written.forEach((column, values) -> {
            if (values.isArray()) {
                categories.add(new Category(column, texts(values)));
            } else {
                String name = values.asString();
                files.codes(name)
                        .ifPresentOrElse(
                                codes -> categories.add(new Category(
                                        column, codes.stream().sorted().toList())),
                                () -> files.add(document.problem(
                                        pointer + "/categories/" + column,
                                        "the catalogue has no code list " + name + "; add it or write the values")));
            }
        });
        return categories;
    }

    /** A column means that it holds true. */
    private static List<Condition> approximate(@Nullable JsonNode written) {
        if (written == null) {
            return List.of();
        }
        if (written.isString()) {
            return List.of(new Condition(written.asString(), List.of("true")));
        }
        return written.properties().stream()
                .map(condition -> new Condition(condition.getKey(), texts(condition.getValue())))
                .toList();
    }

    private static List<Condition> conditions(@Nullable Map<String, List<String>> written) {
        return Objects.requireNonNullElse(written, Map.<String, List<String>>of()).entrySet().stream()
                .map(condition -> new Condition(condition.getKey(), condition.getValue()))
                .toList();
    }

    private static List<LeadTime> leadTimes(FactEntry entry) {
        return Objects.requireNonNullElse(entry.durations(), Map.<String, DurationEntry>of()).entrySet().stream()
                .map(duration -> new LeadTime(
                        duration.getKey(),
                        duration.getValue().from(),
                        duration.getValue().to()))
                .toList();
    }

    private static List<String> texts(JsonNode values) {
        return values.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> list(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }

    /** {@code <system>.yaml} as it is written. */
    private record SystemEntry(
            String system,
            @Nullable String schema,
            @Nullable String coverage,
            @Nullable List<String> registers,
            List<FactEntry> facts) {}

    private record FactEntry(
            String id,
            String table,
            @Nullable List<String> derivedFrom,
            String counts,
            LocalizedText name,
            String date,
            @Nullable String area,
            @Nullable Boolean addsUpOverAreas,
            @Nullable LinkedHashMap<String, List<String>> where,
            @Nullable String amount,
            @Nullable JsonNode approximate,
            @Nullable LinkedHashMap<String, List<String>> provisional,
            @Nullable String register,
            @Nullable LinkedHashMap<String, JsonNode> categories,
            @Nullable List<String> identities,
            @Nullable LinkedHashMap<String, DurationEntry> durations,
            @Nullable MarginColumns margin,
            @Nullable String measure) {}

    private record DurationEntry(String from, String to) {}
}
