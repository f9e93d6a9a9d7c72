package nl.mjpmonitor.dashboard.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.choices.LastChoices;
import nl.mjpmonitor.dashboard.figures.DemoMark;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.LiveFreshness;
import nl.mjpmonitor.dashboard.search.SearchDialog;
import nl.mjpmonitor.dashboard.search.SearchSubject;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.dashboard.themes.ThemeNavigation;

/**
 * The frame around every view. Views are {@code main} elements with the id {@value #CONTENT_ID}.
 *
 * <p>A view puts itself in the navigation by one line: {@code @Menu(title = "<key of its name>", order = <place>)}. Places below 30 come
 * first, those from 30 up to 40 stand among the themes, the others come last; what the role may not open is left out.
 */
@Layout
@PermitAll
class MainLayout extends AppLayout implements AfterNavigationObserver {

    static final String CONTENT_ID = "inhoud";

    private static final String SKIP =
            "this.addEventListener('click', e => { e.preventDefault(); document.getElementById($0)?.focus(); });";

    private static final String TO_THE_TOP = "window.scrollTo(0, 0);";

    private static final double THEMES = 30;
    private static final double AFTER_THEMES = 40;

    private final transient Texts texts;
    private final transient SearchSubject search;
    private final transient LastChoices choices;
    private final transient Map<String, String> remembered = new HashMap<>();
    private transient String shownPath = "";
    private transient Optional<String> openPath = Optional.empty();

    MainLayout(
            AuthenticationContext authentication,
            LiveFreshness freshness,
            ThemeNavigation themes,
            SearchSubject search,
            LastChoices choices,
            DemoMark.Setting demo,
            Texts texts) {
        this.texts = texts;
        this.search = search;
        this.choices = choices;
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("nav.toggle"));
        Span brand = new Span(getTranslation("app.name"));
        brand.addClassName("brand");
        Div end = new Div(new FreshnessLine(freshness, new FigureWords(texts, getLocale())));
        end.addClassName("navbar-end");
        if (demo.isDemonstration()) {
            end.add(new DemoMark());
        }
        Header header =
                new Header(skipLink(), toggle, brand, end, searchButton(), helpButton(), userMenu(authentication));
        header.addClassName("navbar");
        addToNavbar(header);
        List<MenuEntry> entries = MenuConfiguration.getMenuEntries();
        addToDrawer(navigation(entries), themes(entries, themes), rest(entries));
        setPrimarySection(Section.NAVBAR);
        // the page scrolls, not a box in it: so it does on a phone, on paper and with the keyboard
        getElement().setAttribute("no-scroll", true);
        for (KeyModifier modifier : List.of(KeyModifier.CONTROL, KeyModifier.META)) {
            Shortcuts.addShortcutListener(this, this::openSearch, Key.KEY_K, modifier);
        }
    }

    /** Remembers what stands in the address, so that this reader can go on with it next time. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        shownPath = event.getLocation().getFirstSegment();
        startAtTheTop(event);
        LastChoices.SUBJECTS.forEach(subject -> event.getLocation()
                .getQueryParameters()
                .getSingleParameter(subject)
                .filter(value -> !value.equals(remembered.put(subject, value)))
                .ifPresent(value -> choices.remember(subject, value)));
    }

    /** Another page starts at its top, also when the one before it was read to its end; back in the history it is where it was. */
    private void startAtTheTop(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        boolean isOther = openPath.filter(path::equals).isEmpty();
        boolean isFirst = openPath.isEmpty();
        openPath = Optional.of(path);
        if (isOther && !isFirst && event.getLocationChangeEvent().getTrigger() != NavigationTrigger.HISTORY) {
            event.getLocationChangeEvent().getUI().getPage().executeJs(TO_THE_TOP);
        }
    }

    private Button searchButton() {
        Button button = new Button(getTranslation("search.open"), click -> openSearch());
        button.setId("zoekknop");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation("search.open.long"));
        button.setTooltipText(getTranslation("search.open.long"));
        return button;
    }

    private void openSearch() {
        new SearchDialog(search, new FigureWords(texts, getLocale())).open();
    }

    private Button helpButton() {
        Button button = new Button("?", click -> new HelpDialog(texts, getLocale(), shownPath).open());
        button.setId("hulpknop");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation("help.open"));
        button.setTooltipText(getTranslation("help.open"));
        return button;
    }

    private Anchor skipLink() {
        Anchor link = new Anchor("#" + CONTENT_ID, getTranslation("nav.skip"));
        link.addClassName("skip-link");
        link.setRouterIgnore(true);
        // followed as a link it would leave the view: addresses here start at the root
        link.getElement().executeJs(SKIP, CONTENT_ID);
        return link;
    }

    private SideNav navigation(List<MenuEntry> entries) {
        SideNav navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", getTranslation("nav.label"));
        items(entries, Double.NEGATIVE_INFINITY, THEMES).forEach(navigation::addItem);
        return navigation;
    }

    private SideNav themes(List<MenuEntry> entries, ThemeNavigation themes) {
        SideNav navigation = new SideNav(getTranslation("themes.nav"));
        items(entries, THEMES, AFTER_THEMES).forEach(navigation::addItem);
        themes.items(getLocale()).forEach(navigation::addItem);
        return navigation;
    }

    private SideNav rest(List<MenuEntry> entries) {
        SideNav navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", getTranslation("nav.more"));
        items(entries, AFTER_THEMES, Double.POSITIVE_INFINITY).forEach(navigation::addItem);
        return navigation;
    }

    private List<SideNavItem> items(List<MenuEntry> entries, double from, double until) {
        return entries.stream()
                .filter(entry -> entry.order() >= from && entry.order() < until)
                .map(this::item)
                .toList();
    }

    /** It stays marked while the view shows another choice. */
    private SideNavItem item(MenuEntry entry) {
        SideNavItem item = new SideNavItem(getTranslation(entry.title()), entry.menuClass());
        item.setMatchNested(true);
        return item;
    }

    private MenuBar userMenu(AuthenticationContext authentication) {
        MenuBar menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        menu.setId("gebruikersmenu");
        menu.getElement().setAttribute("aria-label", getTranslation("user.menu"));
        MenuItem person = menu.addItem(authentication.getPrincipalName().orElse(""));
        person.setAriaLabel(getTranslation(
                "user.menu.for", authentication.getPrincipalName().orElse("")));
        MenuItem displays = person.getSubMenu().addItem(getTranslation("display"));
        for (Display display : Display.values()) {
            displays.getSubMenu()
                    .addItem(
                            getTranslation("display." + display.word()),
                            click -> click.getSource().getUI().ifPresent(ui -> Preferences.remember(ui, display)));
        }
        MenuItem languages = person.getSubMenu().addItem(getTranslation("language"));
        addLanguage(languages, Texts.DUTCH, "Nederlands");
        addLanguage(languages, Texts.ENGLISH, "English");
        person.getSubMenu()
                .addItem(
                        getTranslation("accessibility.nav"),
                        click -> click.getSource().getUI().ifPresent(ui -> ui.navigate(AccessibilityView.class)));
        person.getSubMenu().addItem(getTranslation("user.logout"), click -> authentication.logout());
        return menu;
    }

    private static void addLanguage(MenuItem languages, Locale language, String ownName) {
        MenuItem item = languages
                .getSubMenu()
                .addItem(
                        ownName,
                        click -> click.getSource().getUI().ifPresent(ui -> Preferences.remember(ui, language)));
        item.getElement().setAttribute("lang", language.getLanguage());
    }
}
