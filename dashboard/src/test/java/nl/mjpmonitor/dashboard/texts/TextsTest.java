package nl.mjpmonitor.dashboard.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern USE = Pattern.compile("(?:\\btext|getTranslation)\\(\\s*\"([a-z0-9.-]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final Texts texts = new Texts();
    private final ResourceBundle dutch = ResourceBundle.getBundle("texts.dashboard", Texts.DUTCH);
    private final ResourceBundle english = ResourceBundle.getBundle("texts.dashboard", Texts.ENGLISH);

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(new TreeSet<>(english.keySet())).isEqualTo(new TreeSet<>(dutch.keySet()));
        for (String key : dutch.keySet()) {
            assertThat(places(english.getString(key))).as(key).isEqualTo(places(dutch.getString(key)));
            assertThat(dutch.getString(key)).as(key).isNotBlank();
            assertThat(english.getString(key)).as(key).isNotBlank();
        }
    }

    @Test
    void everyWordOnTheScreenIsInTheBundles() throws IOException {
        List<String> used = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = USE.matcher(Files.readString(file));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(50);
        assertThat(used.stream().filter(key -> !key.endsWith(".")))
                .allSatisfy(key -> assertThat(dutch.keySet()).contains(key));
        assertThat(used.stream().filter(key -> key.endsWith(".")))
                .allSatisfy(start -> assertThat(dutch.keySet()).anyMatch(key -> key.startsWith(start)));
    }

    @Test
    void noTextHasAnApostropheThatTheFormatWouldSwallow() {
        for (ResourceBundle bundle : List.of(dutch, english)) {
            bundle.keySet()
                    .forEach(key -> assertThat(bundle.getString(key)).as(key).doesNotContain("'"));
        }
    }

    @Test
    void englishIsForWhoAsksAndDutchForEverybodyElse() {
        assertThat(texts.getTranslation("figure.unknown", Texts.DUTCH)).isEqualTo("onbekend");
        assertThat(texts.getTranslation("figure.unknown", Locale.US)).isEqualTo("unknown");
        assertThat(texts.getTranslation("figure.unknown", Locale.GERMAN)).isEqualTo("onbekend");
        assertThat(texts.getTranslation("state.empty", Texts.DUTCH, "Wyck")).contains("cijfers van Wyck.");
    }

    @Test
    void aMissingTextFailsAtOnce() {
        assertThatThrownBy(() -> texts.getTranslation("does.not.exist", Texts.DUTCH))
                .isInstanceOf(MissingResourceException.class);
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }
}
