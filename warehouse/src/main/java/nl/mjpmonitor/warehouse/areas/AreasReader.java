package nl.mjpmonitor.warehouse.areas;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.reference.ReferenceFiles;
import nl.mjpmonitor.warehouse.reference.ReferenceProblems;
import nl.mjpmonitor.warehouse.reference.ReferenceRow;

/** Reads areas, their divisions and their inhabitants, and refuses what contradicts itself. */
final class AreasReader {

    private static final List<String> AREA_COLUMNS =
            List.of("code", "name", "kind", "wijk_code", "municipality_code", "valid_from", "valid_to");
    private static final List<String> DIVISION_COLUMNS =
            List.of("area_code", "area_name", "leaf_code", "valid_from", "valid_to", "is_demonstration");
    private static final List<String> INHABITANTS_COLUMNS = List.of("area_code", "on", "inhabitants", "source");

    /** Kinds with a file of their own, in which the areas are made of the leaves of the second kind. */
    private static final Map<AreaKind, List<AreaKind>> LEAF_KINDS = Map.of(
            AreaKind.STADSDEEL, List.of(AreaKind.BUURT),
            AreaKind.LWA, List.of(AreaKind.BUURT),
            AreaKind.REGIO, List.of(AreaKind.GEMEENTE, AreaKind.REGIOGEMEENTE));

    private final ReferenceFiles files;
    private final ReferenceProblems problems = new ReferenceProblems();
    private final Map<AreaCode, Entry> entries = new LinkedHashMap<>();
    private final Map<AreaKind, List<AreaMembership>> memberships = new TreeMap<>();

    private AreasReader(ReferenceFiles files) {
        this.files = files;
    }

    /**
     * Reads the areas.
     *
     * @throws nl.mjpmonitor.warehouse.reference.ReferenceException when any file is wrong
     */
    static Areas read(ReferenceFiles files) {
        AreasReader reader = new AreasReader(files);
        reader.readAreas();
        reader.problems.refuse();
        for (AreaKind kind : List.of(AreaKind.STADSDEEL, AreaKind.LWA, AreaKind.REGIO)) {
            reader.readDivision(kind);
        }
        reader.addDerivedDivisions();
        List<Inhabitants> inhabitants = reader.readInhabitants();
        reader.problems.refuse();
        return reader.areas(inhabitants);
    }

    private void readAreas() {
        for (ReferenceRow row : files.read("areas.csv").rows(AREA_COLUMNS, problems)) {
            Optional<AreaCode> code = code(row, "code");
            Optional<AreaKind> kind = kind(row);
            String name = row.required("name");
            Optional<AreaCode> wijk = optionalCode(row, "wijk_code");
            Optional<AreaCode> municipality = optionalCode(row, "municipality_code");
            Optional<Validity> validity = validity(row);
            if (code.isPresent() && kind.isPresent() && validity.isPresent()) {
                Entry entry = new Entry(row, code.get(), name, kind.get(), wijk, municipality, validity.get(), false);
                if (entries.putIfAbsent(code.get(), entry) != null) {
                    problems.add(row, "area " + code.get() + " stands in the file twice; remove one");
                }
            }
        }
        entries.values().forEach(this::checkParents);
        List<Entry> municipalities = ofKind(AreaKind.GEMEENTE);
        if (municipalities.size() != 1) {
            municipalities.stream()
                    .skip(1)
                    .forEach(entry -> problems.add(
                            entry.row(), "there is another gemeente already; make this one a regiogemeente"));
        }
    }

    private void checkParents(Entry entry) {
        if (entry.kind() == AreaKind.BUURT) {
            checkParent(entry, "wijk_code", entry.wijk(), List.of(AreaKind.WIJK));
        }
        if (entry.kind() == AreaKind.BUURT || entry.kind() == AreaKind.WIJK || entry.kind() == AreaKind.REST) {
            checkParent(
                    entry,
                    "municipality_code",
                    entry.municipality(),
                    List.of(AreaKind.GEMEENTE, AreaKind.REGIOGEMEENTE));
        }
    }

    private void checkParent(Entry entry, String column, Optional<AreaCode> parent, List<AreaKind> kinds) {
        boolean isKnown = parent.map(entries::get)
                .filter(found -> kinds.contains(found.kind()))
                .isPresent();
        if (!isKnown) {
            problems.add(
                    entry.row(),
                    "the column " + column + " names no " + kinds.get(0).word()
                            + " of this file; write the code of one");
        }
    }

    private void readDivision(AreaKind kind) {
        Map<AreaCode, List<Part>> byLeaf = new TreeMap<>();
        List<ReferenceRow> rows = files.read(kind.word() + ".csv").rows(DIVISION_COLUMNS, problems);
        for (ReferenceRow row : rows) {
            Optional<AreaCode> area = code(row, "area_code");
            Optional<AreaCode> leaf = leaf(row, kind);
            Optional<Validity> validity = validity(row);
            boolean isDemonstration = row.flag("is_demonstration");
            String name = row.required("area_name");
            if (area.isPresent() && leaf.isPresent() && validity.isPresent()) {
                addArea(row, kind, area.get(), name, isDemonstration);
                byLeaf.computeIfAbsent(leaf.get(), code -> new ArrayList<>())
                        .add(new Part(row, new AreaMembership(area.get(), leaf.get(), validity.get())));
            }
        }
        byLeaf.values().forEach(this::checkOverlapAndGaps);
        if (kind != AreaKind.REGIO && !rows.isEmpty()) {
            checkWhole(rows.get(0), kind, byLeaf);
        }
        memberships.put(
                kind,
                byLeaf.values().stream()
                        .flatMap(List::stream)
                        .map(Part::membership)
                        .collect(Collectors.toCollection(ArrayList::new)));
    }

    private Optional<AreaCode> leaf(ReferenceRow row, AreaKind kind) {
        Optional<AreaCode> leaf = code(row, "leaf_code");
        List<AreaKind> kinds = LEAF_KINDS.getOrDefault(kind, List.of());
        if (leaf.isPresent()
                && leaf.map(entries::get)
                        .filter(entry -> kinds.contains(entry.kind()))
                        .isEmpty()) {
            problems.add(
                    row,
                    leaf.get() + " is no " + kinds.get(0).word()
                            + " of areas.csv; write the code of one, or add it there");
            return Optional.empty();
        }
        return leaf;
    }

    private void addArea(ReferenceRow row, AreaKind kind, AreaCode code, String name, boolean isDemonstration) {
        Optional<AreaCode> municipality = kind == AreaKind.REGIO
                ? Optional.empty()
                : ofKind(AreaKind.GEMEENTE).stream().map(Entry::code).findFirst();
        Entry entry =
                new Entry(row, code, name, kind, Optional.empty(), municipality, Validity.ALWAYS, isDemonstration);
        Entry earlier = entries.putIfAbsent(code, entry);
        if (earlier == null) {
            return;
        }
        if (earlier.kind() != kind) {
            problems.add(
                    row, "code " + code + " is the code of a " + earlier.kind().word() + "; choose another");
        } else if (!earlier.name().equals(name) || earlier.isDemonstration() != isDemonstration) {
            problems.add(
                    row,
                    "area " + code + " has another area_name or is_demonstration on line "
                            + earlier.row().line() + "; make them equal");
        }
    }

    private void checkOverlapAndGaps(List<Part> parts) {
        List<Part> ordered = parts.stream()
                .sorted(Comparator.comparing(
                        part -> part.membership().validity().from()))
                .toList();
        for (int index = 1; index < ordered.size(); index++) {
            Part earlier = ordered.get(index - 1);
            Part later = ordered.get(index);
            Validity before = earlier.membership().validity();
            Validity after = later.membership().validity();
            String leaf = later.membership().leaf().value();
            if (before.overlaps(after)) {
                problems.add(
                        later.row(),
                        leaf + " lies in " + earlier.membership().area() + " on the same days (line "
                                + earlier.row().line()
                                + "); let the one end with valid_to before the other starts with valid_from");
            } else if (!before.to().plusDays(1).equals(after.from())) {
                problems.add(
                        later.row(),
                        leaf + " lies nowhere between " + before.to() + " (line "
                                + earlier.row().line() + ") and " + after.from()
                                + "; let the one start the day after the other ends");
            }
        }
    }

    private void checkWhole(ReferenceRow first, AreaKind kind, Map<AreaCode, List<Part>> byLeaf) {
        Optional<AreaCode> municipality =
                ofKind(AreaKind.GEMEENTE).stream().map(Entry::code).findFirst();
        for (Entry buurt : ofKind(AreaKind.BUURT)) {
            if (!buurt.municipality().equals(municipality)) {
                continue;
            }
            List<Part> parts = byLeaf.getOrDefault(buurt.code(), List.of());
            if (parts.isEmpty()) {
                problems.add(first, buurt.code() + " lies in no " + kind.word() + "; add a line for it");
                continue;
            }
            LocalDate from = parts.stream()
                    .map(part -> part.membership().validity().from())
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            LocalDate to = parts.stream()
                    .map(part -> part.membership().validity().to())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            if (from.isAfter(buurt.validity().from())
                    || to.isBefore(buurt.validity().to())) {
                problems.add(
                        parts.get(0).row(),
                        buurt.code() + " lies in a " + kind.word() + " from " + from + " to " + to
                                + " but exists longer; leave valid_from or valid_to open, or add a line for the other"
                                + " days");
            }
        }
    }

    private void addDerivedDivisions() {
        for (Entry entry : List.copyOf(entries.values())) {
            switch (entry.kind()) {
                case GEMEENTE, REGIOGEMEENTE -> {
                    add(entry.kind(), entry.code(), entry);
                    entries.values().stream()
                            .filter(leaf -> leaf.kind() == AreaKind.BUURT || leaf.kind() == AreaKind.REST)
                            .filter(leaf -> leaf.municipality().equals(Optional.of(entry.code())))
                            .forEach(leaf -> add(entry.kind(), entry.code(), leaf));
                }
                case WIJK ->
                    entries.values().stream()
                            .filter(leaf -> leaf.wijk().equals(Optional.of(entry.code())))
                            .forEach(leaf -> add(AreaKind.WIJK, entry.code(), leaf));
                case BUURT, REST, LAND -> add(entry.kind(), entry.code(), entry);
                case STADSDEEL, LWA, REGIO -> {
                    // read from a file of its own
                }
            }
        }
    }

    private void add(AreaKind kind, AreaCode area, Entry leaf) {
        memberships
                .computeIfAbsent(kind, division -> new ArrayList<>())
                .add(new AreaMembership(area, leaf.code(), leaf.kind() == kind ? Validity.ALWAYS : leaf.validity()));
    }

    private List<Inhabitants> readInhabitants() {
        List<Inhabitants> inhabitants = new ArrayList<>();
        Set<Map.Entry<AreaCode, LocalDate>> counted = new HashSet<>();
        for (ReferenceRow row : files.read("inhabitants.csv").rows(INHABITANTS_COLUMNS, problems)) {
            Optional<AreaCode> code = code(row, "area_code");
            LocalDate on = row.requiredDate("on");
            int count = row.number("inhabitants");
            String source = row.required("source");
            if (code.isPresent() && !entries.containsKey(code.get())) {
                problems.add(row, "there is no area " + code.get() + "; write the code of one, or remove the line");
            }
            code.ifPresent(area -> {
                if (!counted.add(Map.entry(area, on))) {
                    problems.add(row, area + " has a number for " + on + " already; remove one");
                }
                inhabitants.add(new Inhabitants(area, on, count, source));
            });
        }
        return inhabitants;
    }

    private Areas areas(List<Inhabitants> inhabitants) {
        List<AreaDivision> divisions = memberships.entrySet().stream()
                .map(division -> new AreaDivision(
                        division.getKey(),
                        division.getValue().stream()
                                .sorted(Comparator.comparing(AreaMembership::area)
                                        .thenComparing(AreaMembership::leaf)
                                        .thenComparing(membership ->
                                                membership.validity().from()))
                                .toList()))
                .toList();
        Population population = Population.of(inhabitants, divisions);
        List<Area> areas = entries.values().stream()
                .sorted(Comparator.comparing(Entry::kind).thenComparing(Entry::code))
                .map(entry -> entry.area(
                        population.newest(entry.code()).map(Inhabitants::count).orElse(0)))
                .toList();
        return new Areas(areas, divisions, population);
    }

    private List<Entry> ofKind(AreaKind kind) {
        return entries.values().stream().filter(entry -> entry.kind() == kind).toList();
    }

    private Optional<AreaCode> code(ReferenceRow row, String column) {
        String text = row.text(column);
        if (!AreaCode.isCode(text)) {
            problems.add(row, "the column " + column + " holds no area code; write one such as BU09350006");
            return Optional.empty();
        }
        return Optional.of(new AreaCode(text));
    }

    private Optional<AreaCode> optionalCode(ReferenceRow row, String column) {
        return row.text(column).isEmpty() ? Optional.empty() : code(row, column);
    }

    private Optional<AreaKind> kind(ReferenceRow row) {
        List<AreaKind> kinds = Arrays.stream(AreaKind.values())
                .filter(kind -> !LEAF_KINDS.containsKey(kind))
                .toList();
        Optional<AreaKind> found = kinds.stream()
                .filter(kind -> kind.word().equals(row.text("kind")))
                .findFirst();
        if (found.isEmpty()) {
            problems.add(
                    row,
                    "there is no such kind of area; write one of "
                            + kinds.stream().map(AreaKind::word).collect(Collectors.joining(", ")));
        }
        return found;
    }

    private Optional<Validity> validity(ReferenceRow row) {
        LocalDate from = row.date("valid_from").orElse(Validity.EARLIEST);
        LocalDate to = row.date("valid_to").orElse(Validity.LATEST);
        if (to.isBefore(from)) {
            problems.add(row, "valid_to lies before valid_from; swap them or correct one");
            return Optional.empty();
        }
        if (from.isBefore(Validity.EARLIEST) || to.isAfter(Validity.LATEST)) {
            problems.add(
                    row,
                    "the days lie outside " + Validity.EARLIEST + " to " + Validity.LATEST + "; leave the column open");
            return Optional.empty();
        }
        return Optional.of(new Validity(from, to));
    }

    private record Entry(
            ReferenceRow row,
            AreaCode code,
            String name,
            AreaKind kind,
            Optional<AreaCode> wijk,
            Optional<AreaCode> municipality,
            Validity validity,
            boolean isDemonstration) {

        Area area(int inhabitants) {
            Optional<AreaCode> parent = switch (kind) {
                case BUURT -> wijk;
                case WIJK, REST, STADSDEEL, LWA -> municipality;
                case GEMEENTE, REGIO, REGIOGEMEENTE, LAND -> Optional.empty();
            };
            return new Area(code, name, kind, parent, inhabitants, validity, isDemonstration);
        }
    }

    private record Part(ReferenceRow row, AreaMembership membership) {}
}
