package nl.mjpmonitor.dashboard.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.administration.AdministrationNavigation;
import nl.mjpmonitor.dashboard.crime.CrimeNavigation;
import nl.mjpmonitor.dashboard.figures.DemoMark;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.LiveFreshness;
import nl.mjpmonitor.dashboard.publications.PublicationNavigation;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.dashboard.themes.ThemeNavigation;

/** The frame around every view. Views are {@code main} elements with the id {@value #CONTENT_ID}. */
@Layout
@PermitAll
class MainLayout extends AppLayout {

    static final String CONTENT_ID = "inhoud";

    private static final String SKIP =
            "this.addEventListener('click', e => { e.preventDefault(); document.getElementById($0)?.focus(); });";

    MainLayout(
            AuthenticationContext authentication,
            LiveFreshness freshness,
            ThemeNavigation themes,
            DemoMark.Setting demo,
            Texts texts) {
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("nav.toggle"));
        Span brand = new Span(getTranslation("app.name"));
        brand.addClassName("brand");
        Div end = new Div(new FreshnessLine(freshness, new FigureWords(texts, getLocale())));
        end.addClassName("navbar-end");
        if (demo.isDemonstration()) {
            end.add(new DemoMark());
        }
        Header header = new Header(skipLink(), toggle, brand, end, userMenu(authentication));
        header.addClassName("navbar");
        addToNavbar(header);
        addToDrawer(navigation(authentication), themes(themes));
        setPrimarySection(Section.NAVBAR);
        // the page scrolls, not a box in it: so it does on a phone, on paper and with the keyboard
        getElement().setAttribute("no-scroll", true);
    }

    private Anchor skipLink() {
        Anchor link = new Anchor("#" + CONTENT_ID, getTranslation("nav.skip"));
        link.addClassName("skip-link");
        link.setRouterIgnore(true);
        // followed as a link it would leave the view: addresses here start at the root
        link.getElement().executeJs(SKIP, CONTENT_ID);
        return link;
    }

    private SideNav navigation(AuthenticationContext authentication) {
        SideNav navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", getTranslation("nav.label"));
        navigation.addItem(CrimeNavigation.item(getTranslation("crime.nav")));
        navigation.addItem(PublicationNavigation.item(getTranslation("publication.nav")));
        if (authentication.hasRole(Role.BEHEERDER.name())) {
            navigation.addItem(AdministrationNavigation.item(getTranslation("admin.nav")));
        }
        return navigation;
    }

    private SideNav themes(ThemeNavigation themes) {
        SideNav navigation = new SideNav(getTranslation("themes.nav"));
        themes.items(getLocale()).forEach(navigation::addItem);
        return navigation;
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
