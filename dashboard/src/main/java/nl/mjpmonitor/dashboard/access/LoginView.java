package nl.mjpmonitor.dashboard.access;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import nl.mjpmonitor.dashboard.figures.DemoMark;

/** The login page. It says the same to a wrong name as to a wrong password. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String URL = "/login";
    static final String ERROR_URL = "/login?error";
    static final String LOCKED_URL = "/login?locked";
    static final String NO_ROLE_URL = "/login?norole";
    static final String OIDC_URL = "/login?oidc";

    private final LoginForm form = new LoginForm();
    private final Paragraph refusal = new Paragraph();

    LoginView(DemoMark.Setting demo, OidcSettings oidc) {
        addClassName("login");
        Div card = new Div();
        card.addClassName("login-card");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setId("login");
        card.add(new H1(getTranslation("app.name")), new Paragraph(getTranslation("login.intro")));
        if (demo.isDemonstration()) {
            card.add(new DemoMark());
        }
        refusal.addClassName("login-refusal");
        refusal.getElement().setAttribute("role", "alert").setAttribute("data-testid", "login-geweigerd");
        refusal.setVisible(false);
        card.add(refusal);
        if (oidc.isOffered()) {
            card.add(provider());
        }
        card.add(form, help());
        add(card);
    }

    private Div provider() {
        Anchor link = new Anchor("oauth2/authorization/" + OidcConfiguration.PROVIDER, getTranslation("login.oidc"));
        link.setRouterIgnore(true);
        link.addClassName("login-provider");
        link.getElement().setAttribute("data-testid", "login-organisatie");
        Paragraph or = new Paragraph(getTranslation("login.oidc.or"));
        or.addClassName("secondary");
        return new Div(link, or);
    }

    private Paragraph help() {
        Paragraph help = new Paragraph(getTranslation("login.help"));
        help.addClassName("secondary");
        return help;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters().getParameters();
        boolean isLocked = parameters.containsKey("locked");
        form.setI18n(words(isLocked));
        form.setError(isLocked || parameters.containsKey("error"));
        boolean hasNoRole = parameters.containsKey("norole");
        refusal.setVisible(hasNoRole || parameters.containsKey("oidc"));
        refusal.setText(getTranslation(hasNoRole ? "login.oidc.no-role" : "login.oidc.failed"));
    }

    private LoginI18n words(boolean isLocked) {
        LoginI18n words = LoginI18n.createDefault();
        words.getForm().setTitle(getTranslation("login.title"));
        words.getForm().setUsername(getTranslation("login.name"));
        words.getForm().setPassword(getTranslation("login.password"));
        words.getForm().setSubmit(getTranslation("login.submit"));
        String reason = isLocked ? "locked" : "error";
        words.getErrorMessage().setTitle(getTranslation("login." + reason + ".title"));
        words.getErrorMessage()
                .setMessage(
                        getTranslation("login." + reason + ".message", Long.toString(LoginAttempts.LOCK.toMinutes())));
        words.getErrorMessage().setUsername(getTranslation("login.name.required"));
        words.getErrorMessage().setPassword(getTranslation("login.password.required"));
        return words;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title", getTranslation("login.title"));
    }
}
