package nl.mjpmonitor.dashboard.sending;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real mail server on a port of its own, with TLS by a certificate of its own. It keeps what it answered for. */
final class MailServer implements AutoCloseable {

    private static final String SECRET = "geheim";

    /** A mail that it answered for. */
    record Kept(String from, String to, MimeMessage message) {}

    private final Path folder;
    private final SMTPServer server;
    private final List<Kept> kept = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();

    private MailServer(MailSettings.Security security, boolean isWithTls) {
        try {
            folder = Files.createTempDirectory("mail");
            SSLContext tls = context();
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
        return settings(security, "127.0.0.1", folder.resolve("smtp.pem").toString());
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

    private SSLContext context() throws IOException, GeneralSecurityException {
        Path keys = folder.resolve("smtp.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "smtp",
                "-keyalg",
                "EC",
                "-dname",
                "CN=mail",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                SECRET);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "smtp",
                "-keystore",
                keys.toString(),
                "-storepass",
                SECRET,
                "-file",
                folder.resolve("smtp.pem").toString());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, SECRET.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, SECRET.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool: " + said);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
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
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
