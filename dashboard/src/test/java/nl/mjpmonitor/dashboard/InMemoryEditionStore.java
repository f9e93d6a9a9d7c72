package nl.mjpmonitor.dashboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.publications.Edition;
import nl.mjpmonitor.dashboard.publications.EditionAct;
import nl.mjpmonitor.dashboard.publications.EditionBytes;
import nl.mjpmonitor.dashboard.publications.EditionConflictException;
import nl.mjpmonitor.dashboard.publications.EditionContent;
import nl.mjpmonitor.dashboard.publications.EditionFile;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.publications.EditionStore;
import nl.mjpmonitor.dashboard.publications.EditionSubject;
import nl.mjpmonitor.dashboard.publications.EditionSummary;

/** Editions in memory, by the same rules as in PostgreSQL; one contract tests both. */
public final class InMemoryEditionStore implements EditionStore {

    private final InMemoryStore store;
    private final TreeMap<Long, Edition> byId = new TreeMap<>();
    private final Map<EditionId, List<EditionBytes>> files = new HashMap<>();
    private final Map<EditionSubject, Integer> lastNumbers = new HashMap<>();
    private long lastId;

    public InMemoryEditionStore(InMemoryStore store) {
        this.store = store;
    }

    public synchronized void clear() {
        byId.clear();
        files.clear();
        lastNumbers.clear();
    }

    /** Lets an edition go, as an approved destruction does. */
    synchronized void destroy(EditionId id) {
        byId.remove(id.value());
        files.remove(id);
    }

    /** Changes a byte of a file, as a broken disk would. */
    public synchronized void damage(EditionId id, String name) {
        files.get(id).stream().filter(file -> file.file().name().equals(name)).forEach(file -> file.bytes()[0]++);
    }

    @Override
    public synchronized List<EditionSummary> all() {
        store.answer();
        return byId.descendingMap().values().stream()
                .limit(MOST)
                .map(edition -> new EditionSummary(
                        edition.id(),
                        edition.subject(),
                        edition.number(),
                        edition.state(),
                        edition.reason(),
                        edition.current().at()))
                .toList();
    }

    @Override
    public synchronized Optional<Edition> find(EditionId id) {
        store.answer();
        return Optional.ofNullable(byId.get(id.value()));
    }

    @Override
    public synchronized Set<EditionId> mentioning(List<String> words) {
        store.answer();
        return byId.values().stream()
                .filter(edition -> !words.isEmpty())
                .filter(edition -> {
                    String texts = String.join("\n", edition.content().texts().values())
                            .toLowerCase(Locale.ROOT);
                    return words.stream().allMatch(word -> texts.contains(word.toLowerCase(Locale.ROOT)));
                })
                .map(Edition::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized int lastNumber(EditionSubject subject) {
        store.answer();
        return lastNumbers.getOrDefault(subject, 0);
    }

    @Override
    public synchronized Edition add(
            EditionSubject subject,
            Optional<EditionId> corrects,
            String reason,
            EditionContent content,
            EditionAct first) {
        store.answer();
        lastId++;
        Edition added = new Edition(
                new EditionId(lastId), subject, Optional.empty(), corrects, reason, content, List.of(first));
        byId.put(lastId, added);
        return added;
    }

    @Override
    public synchronized Edition append(EditionId id, EditionContent content, EditionAct act) {
        return append(id, Optional.empty(), content, act);
    }

    private Edition append(EditionId id, Optional<Integer> number, EditionContent content, EditionAct act) {
        Edition before = find(id).orElseThrow(() -> new IllegalArgumentException("There is no edition " + id));
        if (before.version() != act.number() - 1) {
            throw new EditionConflictException(before);
        }
        List<EditionAct> acts = new ArrayList<>(before.acts());
        acts.add(act);
        Edition after = new Edition(id, before.subject(), number, before.corrects(), before.reason(), content, acts);
        byId.put(id.value(), after);
        return after;
    }

    @Override
    public synchronized Edition publish(
            EditionId id, int number, EditionContent content, EditionAct act, List<EditionBytes> made) {
        Edition before = find(id).orElseThrow(() -> new IllegalArgumentException("There is no edition " + id));
        boolean isTaken = byId.values().stream()
                .anyMatch(other -> other.subject().equals(before.subject())
                        && other.number()
                                .filter(Integer.valueOf(number)::equals)
                                .isPresent());
        if (isTaken) {
            throw new EditionConflictException(before);
        }
        Edition published = append(id, Optional.of(number), content, act);
        lastNumbers.merge(before.subject(), number, Math::max);
        files.put(id, made);
        return published;
    }

    @Override
    public synchronized List<EditionFile> files(EditionId id) {
        store.answer();
        return files.getOrDefault(id, List.of()).stream()
                .map(EditionBytes::file)
                .toList();
    }

    @Override
    public synchronized Optional<EditionBytes> file(EditionId id, String name) {
        store.answer();
        return files.getOrDefault(id, List.of()).stream()
                .filter(file -> file.file().name().equals(name))
                .findFirst();
    }
}
