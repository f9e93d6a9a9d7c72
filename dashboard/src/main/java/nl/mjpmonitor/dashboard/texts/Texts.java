package nl.mjpmonitor.dashboard.texts;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/**
 * The words on the screen. Parameters are texts, already written in the reader's language; numbers are not formatted here.
 *
 * <p>A key without words is a defect and fails at once.
 */
@Component
public class Texts implements I18NProvider {

    /** The language of the product; English is there for who asks for it. */
    public static final Locale DUTCH = Locale.of("nl", "NL");

    public static final Locale ENGLISH = Locale.of("en", "GB");

    private static final String BUNDLE = "texts.dashboard";

    private final ResourceBundle dutch = ResourceBundle.getBundle(BUNDLE, DUTCH);
    private final ResourceBundle english = ResourceBundle.getBundle(BUNDLE, ENGLISH);

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(DUTCH, ENGLISH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        ResourceBundle words = provided(locale).equals(ENGLISH) ? english : dutch;
        return new MessageFormat(words.getString(key), locale).format(parameters);
    }

    /** Whether there are words for a key. */
    public boolean has(String key) {
        return dutch.containsKey(key);
    }

    /** English for any kind of English, Dutch for all the rest. */
    public static Locale provided(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : DUTCH;
    }
}
