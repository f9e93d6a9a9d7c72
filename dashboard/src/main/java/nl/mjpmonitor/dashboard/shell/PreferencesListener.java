package nl.mjpmonitor.dashboard.shell;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import nl.mjpmonitor.dashboard.texts.Texts;
import org.springframework.stereotype.Component;

/** Gives every page the reader's language and display before anything of it is drawn. */
@Component
class PreferencesListener implements VaadinServiceInitListener {

    private final Texts texts;

    PreferencesListener(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> systemMessages(info.getLocale()));
        event.addIndexHtmlRequestListener(response -> {
            Preferences preferences = Preferences.of(response.getVaadinRequest());
            response.getDocument()
                    .getElementsByTag("html")
                    .attr("lang", preferences.language().getLanguage())
                    .attr("data-weergave", preferences.display().word())
                    .attr(TableWords.ATTRIBUTE, TableWords.json(texts, preferences.language()));
        });
        event.getSource().addUIInitListener(initialisation -> {
            VaadinRequest request = VaadinRequest.getCurrent();
            if (request != null) {
                speak(initialisation.getUI(), Preferences.of(request).language());
            }
        });
    }

    private void speak(UI ui, Locale language) {
        ui.getSession().setLocale(language);
        ui.setLocale(language);
        ReconnectDialogConfiguration reconnect = ui.getReconnectDialogConfiguration();
        reconnect.setDialogText(texts.getTranslation("connection.lost", language));
        reconnect.setDialogTextGaveUp(texts.getTranslation("connection.gave-up", language));
    }

    /** After a session has ended the page reloads by itself and asks to log in again. */
    private CustomizedSystemMessages systemMessages(Locale language) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption(texts.getTranslation("error.title", language));
        messages.setInternalErrorMessage(texts.getTranslation("error.text", language));
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption(texts.getTranslation("cookies.title", language));
        messages.setCookiesDisabledMessage(texts.getTranslation("cookies.text", language));
        return messages;
    }
}
