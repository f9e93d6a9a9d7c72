package nl.mjpmonitor.dashboard.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.mjpmonitor.dashboard.texts.Texts;

/**
 * A reader's choice of language and display, kept in two cookies. Dutch unless chosen otherwise: the language of the browser
 * says little about a reader in a Dutch town hall.
 *
 * @param language language of the screen
 * @param display look of the screen
 */
record Preferences(Locale language, Display display) {

    private static final String LANGUAGE_COOKIE = "taal";
    private static final String DISPLAY_COOKIE = "weergave";
    private static final String REMEMBER =
            "document.cookie = $0 + '=' + $1 + ';path=/;max-age=31536000;samesite=lax'; window.location.reload();";

    static Preferences of(VaadinRequest request) {
        Locale language = cookie(request, LANGUAGE_COOKIE)
                .map(word -> Texts.provided(Locale.of(word)))
                .orElse(Texts.DUTCH);
        return new Preferences(
                language, cookie(request, DISPLAY_COOKIE).map(Display::of).orElse(Display.SYSTEM));
    }

    static void remember(UI ui, Locale language) {
        ui.getPage().executeJs(REMEMBER, LANGUAGE_COOKIE, language.getLanguage());
    }

    static void remember(UI ui, Display display) {
        ui.getPage().executeJs(REMEMBER, DISPLAY_COOKIE, display.word());
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
