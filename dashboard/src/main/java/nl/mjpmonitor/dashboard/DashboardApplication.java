package nl.mjpmonitor.dashboard;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the dashboard: the screen and the interface on the warehouse. */
@Push
@NpmPackage(value = "@fontsource-variable/source-sans-3", version = "5.3.0")
@CssImport("@fontsource-variable/source-sans-3/index.css")
@JsModule("./table-tools.js")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
@SpringBootApplication
public class DashboardApplication implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icon", "icon.svg");
        settings.addMetaTag("description", "Cijfers bij het Meerjarenprogramma Veiligheid");
    }

    public static void main(String[] arguments) {
        SpringApplication.run(DashboardApplication.class, arguments);
    }
}
