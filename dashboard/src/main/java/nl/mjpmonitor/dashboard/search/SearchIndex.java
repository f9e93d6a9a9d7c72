package nl.mjpmonitor.dashboard.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.aliases.Alias;

/**
 * Finds what is meant, whatever its capitals, accents, punctuation and spaces. Every word that is typed must stand somewhere in the
 * names. What is called exactly so comes first, then what starts so, then what holds it; names before other names.
 */
final class SearchIndex {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private record Known(SearchEntry entry, String name, List<String> otherNames, String all) {

        static Known of(SearchEntry entry) {
            List<String> others =
                    entry.otherNames().stream().map(Alias::normalized).toList();
            String name = Alias.normalized(entry.name());
            // a separator that no typed word holds, so that words are not found across two names
            return new Known(entry, name, others, name + " " + String.join(" ", others));
        }
    }

    private record Find(SearchEntry entry, int rank) {}

    private final List<Known> known;

    SearchIndex(List<SearchEntry> entries) {
        this.known = entries.stream().map(Known::of).toList();
    }

    /** The best finds first; nothing for a text without letters and digits. */
    List<SearchEntry> find(String typed, int most) {
        String whole = Alias.normalized(typed);
        List<String> words = SPACES.splitAsStream(typed.strip())
                .map(Alias::normalized)
                .filter(word -> !word.isEmpty())
                .toList();
        List<Find> finds = new ArrayList<>();
        if (!whole.isEmpty()) {
            known.forEach(one -> rank(one, whole, words).ifPresent(rank -> finds.add(new Find(one.entry(), rank))));
        }
        return finds.stream()
                .sorted(Comparator.comparingInt(Find::rank)
                        .thenComparing(find -> find.entry().kind())
                        .thenComparingInt(find -> find.entry().name().length()))
                .limit(most)
                .map(Find::entry)
                .toList();
    }

    private static Optional<Integer> rank(Known one, String whole, List<String> words) {
        if (one.name().equals(whole)) {
            return Optional.of(0);
        }
        if (one.otherNames().contains(whole)) {
            return Optional.of(1);
        }
        if (one.name().startsWith(whole)) {
            return Optional.of(2);
        }
        if (Stream.concat(Stream.of(one.name()), one.otherNames().stream()).anyMatch(name -> name.startsWith(whole))) {
            return Optional.of(3);
        }
        if (one.name().contains(whole)) {
            return Optional.of(4);
        }
        return words.stream().allMatch(one.all()::contains) ? Optional.of(5) : Optional.empty();
    }
}
