package nl.mjpmonitor.dashboard.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.mjpmonitor.dashboard.texts.Texts;
import tools.jackson.databind.json.JsonMapper;

/** The words of {@code table-tools.js}, which sorts, filters and copies the tables of every page. */
final class TableWords {

    /** Attribute of the page with the words. */
    static final String ATTRIBUTE = "data-tabelwoorden";

    private static final String PREFIX = "table.tools.";
    private static final List<String> WORDS =
            List.of("name", "filter", "found", "copy", "copied", "ascending", "descending", "unsorted");

    private TableWords() {}

    /** By their names; the browser fills in their places. */
    static String json(Texts texts, Locale language) {
        Map<String, String> words = new LinkedHashMap<>();
        WORDS.forEach(word -> words.put(word, texts.getTranslation(PREFIX + word, language, "{0}", "{1}")));
        return JsonMapper.shared().writeValueAsString(words);
    }
}
