package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import nl.mjpmonitor.ops.launcher.DemoAccounts.DemoAccount;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.ops.visitors.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The readers that measurements send are readers to the dashboard. */
@ExtendWith(RunningStack.class)
class ReadersIT {

    private final Stack stack;

    ReadersIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void aReaderWithoutABrowserGoesFromViewToView() throws Exception {
        DemoAccount account = stack.accounts().getFirst();
        try (HttpClient http = HttpClient.newHttpClient();
                Visitor reader = Visitor.login(
                        http, stack.dashboardAddress(), account.name(), account.password(), "overzicht")) {
            Visitor.Visit themes = reader.go("criminaliteit?gebied=GM0935");
            Visitor.Visit indicator = reader.go("indicator/woninginbraak?gebied=GM0935");
            assertThat(themes.route()).startsWith("criminaliteit");
            assertThat(themes.bytes()).isGreaterThan(20_000);
            assertThat(indicator.bytes()).isGreaterThan(20_000);
        }
    }

    @Test
    void aWrongPasswordIsNoReader() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThatThrownBy(() ->
                            Visitor.login(http, stack.dashboardAddress(), "analist", "not the password", "overzicht"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("refused");
        }
    }
}
