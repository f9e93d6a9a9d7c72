package nl.mjpmonitor.dashboard.sending;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real mail server on a port of its own, with TLS by a certificate of its own. It keeps what it answered for. */
final class MailServer implements AutoCloseable {

    /** A mail that it answered for. */
    record Kept(String from, String to, MimeMessage message) {}

    private final ServerKeys keys = ServerKeys.make();
    private final SMTPServer server;
    private final List<Kept> kept = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();

    private MailServer(MailSettings.Security security, boolean isWithTls) {
        try {
            SSLContext tls = keys.context();
            SMTPServer.Builder builder = new SMTPServer.Builder()
                    .bindAddress(InetAddress.getLoopbackAddress())
                    .port(0)
                    .messageHandlerFactory(context -> new Handler());
            if (isWithTls) {
                switch (security) {
                    case STARTTLS -> builder.enableTLS().requireTLS().startTlsSocketFactory(tls);
                    case TLS -> builder.serverSocketFactory(tls);
                }
            }
            server = builder.build();
            server.start();
        } catch (IOException | GeneralSecurityException problem) {
            throw new IllegalStateException(problem);
        }
    }

    static MailServer with(MailSettings.Security security) {
        return new MailServer(security, true);
    }

    static MailServer withoutTls() {
        return new MailServer(MailSettings.Security.STARTTLS, false);
    }

    /** Answers with this code whenever somebody sends to this address. */
    void refuse(String address, int code) {
        refused.put(address, code);
    }

    void accept(String address) {
        refused.remove(address);
    }

    List<Kept> kept() {
        return List.copyOf(kept);
    }

    int port() {
        return server.getPortAllocated();
    }

    /** How to reach it, trusting its certificate. */
    MailSettings settings(MailSettings.Security security) {
        return settings(security, "127.0.0.1", keys.certificate().toString());
    }

    MailSettings settings(MailSettings.Security security, String host, String certificate) {
        return new MailSettings(
                host,
                port(),
                "",
                "",
                security,
                certificate,
                "veiligheid@voorbeeld.nl",
                "https://dashboard.voorbeeld.nl/");
    }

    private final class Handler implements MessageHandler {

        private String from = "";
        private String to = "";

        @Override
        public void from(String address) {
            from = address;
        }

        @Override
        public void recipient(String address) throws RejectException {
            Integer code = refused.get(address);
            if (code != null) {
                throw new RejectException(code, "not for " + address);
            }
            to = address;
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            byte[] bytes = data.readAllBytes();
            Integer code = refused.get("data");
            if (code != null) {
                throw new RejectException(code, "not this");
            }
            try {
                kept.add(new Kept(
                        from,
                        to,
                        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes))));
            } catch (MessagingException broken) {
                throw new IOException(broken);
            }
            return "kept";
        }

        @Override
        public void done() {
            // every mail is kept by itself
        }
    }

    @Override
    public void close() {
        server.stop();
        keys.close();
    }
}
