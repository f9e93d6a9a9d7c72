package nl.mjpmonitor.warehouse.indicators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.catalogue.CatalogueDocument;
import nl.mjpmonitor.warehouse.catalogue.CatalogueFiles;
import nl.mjpmonitor.warehouse.facts.Category;
import nl.mjpmonitor.warehouse.facts.Condition;
import nl.mjpmonitor.warehouse.facts.Coverage;
import nl.mjpmonitor.warehouse.facts.Fact;
import nl.mjpmonitor.warehouse.facts.FactCatalogue;
import nl.mjpmonitor.warehouse.facts.FactId;
import nl.mjpmonitor.warehouse.facts.LeadTime;
import nl.mjpmonitor.warehouse.indicators.IndicatorEntry.MeasureEntry;

/** Looks up what the measure of an entry refers to. What is not there becomes a problem. */
final class MeasureReader {

    private final CatalogueDocument document;
    private final CatalogueFiles files;
    private final FactCatalogue facts;

    MeasureReader(CatalogueDocument document, CatalogueFiles files, FactCatalogue facts) {
        this.document = document;
        this.files = files;
        this.facts = facts;
    }

    /** Empty when it refers to something that is not there. */
    Optional<Measure> read(MeasureEntry entry) {
        return switch (entry.kind()) {
            case COUNT -> rows(entry).map(Measure.Count::new);
            case LEVEL -> rows(entry).filter(this::isCountedWhenAsked).map(Measure.Level::new);
            case DISTINCT -> rows(entry).filter(this::isCountedWhenAsked).flatMap(rows -> distinct(entry, rows));
            case DURATION -> rows(entry).filter(this::isCountedWhenAsked).flatMap(rows -> duration(entry, rows));
            case RATIO ->
                Optional.of(new Measure.Ratio(
                        new IndicatorId(Objects.requireNonNull(entry.of())),
                        new IndicatorId(Objects.requireNonNull(entry.to())),
                        Objects.requireNonNull(entry.times())));
        };
    }

    private Optional<Measure> distinct(MeasureEntry entry, FactReference rows) {
        String identity = Objects.requireNonNull(entry.identity());
        if (rows.fact().identities().contains(identity)) {
            return Optional.of(new Measure.Distinct(rows, identity));
        }
        problem(
                "identity",
                rows.fact().id() + " has no identity " + identity,
                rows.fact().identities());
        return Optional.empty();
    }

    private Optional<Measure> duration(MeasureEntry entry, FactReference rows) {
        String name = Objects.requireNonNull(entry.duration());
        if (rows.fact().leadTime(name).isPresent()) {
            return Optional.of(
                    new Measure.Duration(rows, name, Measure.Quantile.of(Objects.requireNonNull(entry.quantile()))));
        }
        problem(
                "duration",
                rows.fact().id() + " has no duration " + name,
                rows.fact().leadTimes().stream().map(LeadTime::name).toList());
        return Optional.empty();
    }

    /** The stream keeps counts, not rows. */
    private boolean isCountedWhenAsked(FactReference rows) {
        if (rows.fact().streamed().isEmpty()) {
            return true;
        }
        files.add(document.problem(
                "/measure/kind", rows.fact().id() + " is counted in the stream, which keeps no rows; use kind count"));
        return false;
    }

    private Optional<FactReference> rows(MeasureEntry entry) {
        FactId id = FactId.parse(Objects.requireNonNull(entry.fact()));
        Optional<Fact> fact = facts.find(id);
        if (fact.isEmpty()) {
            List<String> known = facts.facts().stream()
                    .map(Fact::id)
                    .filter(candidate -> candidate.system().equals(id.system()))
                    .map(FactId::toString)
                    .toList();
            problem("fact", "there is no fact " + id, known);
        }
        return fact.flatMap(found -> rows(entry, found));
    }

    private Optional<FactReference> rows(MeasureEntry entry, Fact fact) {
        int known = files.problemCount();
        Map<String, List<String>> where = Objects.requireNonNullElseGet(entry.where(), LinkedHashMap::new);
        List<Condition> chosen = new ArrayList<>();
        where.forEach((column, values) -> chosen.add(condition(fact, column, values)));
        checkStreamed(fact, where.keySet());
        Optional<String> register = Optional.ofNullable(entry.register());
        register.ifPresent(name -> checkRegister(fact, name));
        checkMonths(entry, fact);
        return files.problemCount() == known
                ? Optional.of(new FactReference(fact, chosen, register))
                : Optional.empty();
    }

    private Condition condition(Fact fact, String column, List<String> values) {
        Optional<Category> category = fact.category(column);
        if (category.isEmpty()) {
            problem(
                    "where/" + column,
                    fact.id() + " has no category " + column,
                    fact.categories().stream().map(Category::column).toList());
        }
        for (int index = 0; index < values.size(); index++) {
            String value = values.get(index);
            if (category.isPresent() && !category.get().values().contains(value)) {
                problem(
                        "where/" + column + "/" + index,
                        fact.id() + " has no " + column + " " + value,
                        category.get().values());
            }
        }
        return new Condition(column, values);
    }

    /** What the stream counted is known by one category only. */
    private void checkStreamed(Fact fact, Set<String> columns) {
        fact.streamed()
                .ifPresent(streamed -> columns.stream()
                        .filter(column -> !column.equals(streamed.category())
                                && fact.category(column).isPresent())
                        .forEach(column -> problem(
                                "where/" + column,
                                fact.id() + " is counted in the stream by " + streamed.category() + " alone",
                                List.of(streamed.category()))));
    }

    private void checkRegister(Fact fact, String register) {
        Set<String> known = facts.registers(fact.id().system());
        if (fact.coverage() == Coverage.DELIVERIES || !known.contains(register)) {
            problem("register", fact.id().system() + " has no register " + register, List.copyOf(known));
        }
    }

    /** Without months nobody could tell zero from unknown. */
    private void checkMonths(MeasureEntry entry, Fact fact) {
        boolean hasMonths =
                fact.coverage() == Coverage.DELIVERIES || fact.register().isPresent() || entry.register() != null;
        if (!hasMonths && entry.kind() != MeasureEntry.MeasureKind.LEVEL) {
            files.add(document.problem(
                    "/measure/fact",
                    fact.id() + " has no register, so that zero and unknown look alike; use kind level or name a"
                            + " register"));
        }
    }

    private void problem(String place, String what, List<String> known) {
        String choice = known.isEmpty()
                ? "remove it or add it to facts/"
                : known.size() > 40
                        ? "choose one of its code list"
                        : known.stream().collect(Collectors.joining(", ", "choose one of ", ""));
        files.add(document.problem("/measure/" + place, what + "; " + choice));
    }
}
