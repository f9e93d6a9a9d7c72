package nl.mjpmonitor.ops.bench;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import nl.mjpmonitor.ops.launcher.DemoAccounts.DemoAccount;
import nl.mjpmonitor.ops.visitors.Tab;
import tools.jackson.databind.json.JsonMapper;

/** A reader in a real browser: what takes time in it takes time here. */
final class ReaderTab {

    /**
     * The notice of the page, if it is to be seen. What the server hides it does not change any more: a notice that is over still holds its
     * last words.
     */
    private static final String NOTICE = """
        [...document.querySelectorAll('[data-testid=melding]')]
            .filter(notice => notice.checkVisibility()).map(notice => notice.textContent).join()\
        """;

    /** The page asks nothing of the server and does not wait for figures. */
    private static final String IS_CALM = """
        (Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive || !client.isActive())
            && !/opgehaald|being read/.test(%s))\
        """.formatted(NOTICE);

    private static final String LOG_IN = """
        (async account => {
            const token = document.querySelector('meta[name=_csrf]').content;
            const form = new URLSearchParams({...account, _csrf: token});
            return (await fetch('login', {method: 'POST', body: form, redirect: 'manual'})).type;
        })\
        """;

    /**
     * Begins with the click on a link to the address and ends when the frame after the last change of the page has begun. Themes share a
     * view, so that a new heading tells.
     */
    private static final String SWITCH = """
        (async (address, calm, notice) => {
            const frame = () => new Promise(drawn => requestAnimationFrame(drawn));
            const heading = () => document.querySelector('main#inhoud h1')?.textContent;
            const before = heading();
            const link = document.createElement('a');
            link.href = address;
            document.body.append(link);
            const begin = performance.now();
            link.click();
            link.remove();
            do {
                await frame();
                if (performance.now() - begin > 30000) {
                    throw new Error(`${address} does not come up; there is '${heading()}' with the notice '${notice()}'`);
                }
            } while (!calm() || [undefined, before].includes(heading()));
            await frame();
            return performance.now() - begin;
        })\
        """;

    private final Tab tab;
    private final URI dashboard;

    private ReaderTab(Tab tab, URI dashboard) {
        this.tab = tab;
        this.dashboard = dashboard;
    }

    static ReaderTab logIn(Tab tab, URI dashboard, DemoAccount account, String route)
            throws IOException, InterruptedException {
        tab.open(dashboard.resolve("/login"), "document.querySelector('vaadin-login-form') !== null");
        tab.evaluate(LOG_IN + "(" + json(Map.of("username", account.name(), "password", account.password())) + ")");
        ReaderTab reader = new ReaderTab(tab, dashboard);
        reader.open(route);
        return reader;
    }

    /** Opens an address as a bookmark does. */
    void open(String route) throws IOException, InterruptedException {
        tab.open(dashboard.resolve("/" + route), "document.querySelector('main#inhoud') !== null && " + IS_CALM);
    }

    /** Goes to a view of another kind; answers how many milliseconds passed until it was drawn. */
    double go(String route) throws IOException, InterruptedException {
        return tab.evaluate(SWITCH + "(" + json(route) + ", () => " + IS_CALM + ", () => " + NOTICE + ")")
                .asDouble();
    }

    Tab tab() {
        return tab;
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
