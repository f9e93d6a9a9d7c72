package nl.mjpmonitor.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.atmosphere.cpr.AtmosphereResourceEventImpl;
import org.atmosphere.cpr.AtmosphereResourceImpl;
import org.junit.jupiter.api.Test;

class ForgettingPushConnectionTest {

    @Test
    void whatWasSentIsNotKept() {
        AtmosphereResourceEventImpl event = new AtmosphereResourceEventImpl(new AtmosphereResourceImpl());
        event.setMessage("news");
        new ForgettingPushConnection.Forgetting().onBroadcast(event);
        assertThat(event.getMessage()).isNull();
    }
}
