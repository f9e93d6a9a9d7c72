package nl.mjpmonitor.warehouse.aliases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.reference.ReferenceFiles;
import nl.mjpmonitor.warehouse.reference.ReferenceProblems;
import nl.mjpmonitor.warehouse.reference.ReferenceRow;

/** The aliases of this installation. */
public final class Aliases {

    private static final String FILE = "aliases.csv";
    private static final List<String> COLUMNS = List.of("alias", "kind", "code", "name", "note");

    private final Map<String, Alias> byText;

    private Aliases(Map<String, Alias> byText) {
        this.byText = byText;
    }

    /**
     * Reads the aliases of these files.
     *
     * @throws nl.mjpmonitor.warehouse.reference.ReferenceException when the file is wrong
     */
    public static Aliases load(ReferenceFiles files) {
        ReferenceProblems problems = new ReferenceProblems();
        Map<String, Alias> byText = new TreeMap<>();
        for (ReferenceRow row : files.read(FILE).rows(COLUMNS, problems)) {
            Optional<AliasKind> kind = kind(row, problems);
            String text = row.required("alias");
            String code = row.required("code");
            String name = row.required("name");
            kind.map(known -> new Alias(text, known, code, name, row.text("note")))
                    .ifPresent(alias -> {
                        Alias earlier = byText.putIfAbsent(alias.normalized(), alias);
                        if (earlier != null) {
                            problems.add(
                                    row, "alias " + text + " reads as the earlier " + earlier.text() + "; remove one");
                        }
                    });
        }
        problems.refuse();
        return new Aliases(byText);
    }

    /** All aliases, by their normalized text. */
    public List<Alias> all() {
        return new ArrayList<>(byText.values());
    }

    /** What is meant by a name, whatever its capitals, accents, punctuation and spaces. */
    public Optional<Alias> find(String name) {
        return Optional.ofNullable(byText.get(Alias.normalized(name)));
    }

    private static Optional<AliasKind> kind(ReferenceRow row, ReferenceProblems problems) {
        Optional<AliasKind> kind = Arrays.stream(AliasKind.values())
                .filter(known -> known.word().equals(row.text("kind")))
                .findFirst();
        if (kind.isEmpty()) {
            problems.add(
                    row,
                    "there is no such kind; write one of "
                            + Arrays.stream(AliasKind.values())
                                    .map(AliasKind::word)
                                    .collect(Collectors.joining(", ")));
        }
        return kind;
    }
}
