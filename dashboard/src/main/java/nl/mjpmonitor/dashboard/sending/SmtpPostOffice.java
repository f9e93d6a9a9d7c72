package nl.mjpmonitor.dashboard.sending;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import nl.mjpmonitor.dashboard.publications.EditionBytes;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Sends over SMTP (RFC 5321) with TLS: a server without TLS, with a certificate that is not trusted or with another name is not used.
 */
final class SmtpPostOffice implements PostOffice {

    private static final String CONNECT_MILLISECONDS = "10000";
    private static final String ANSWER_MILLISECONDS = "60000";
    private static final int FIRST_PERMANENT = 500;
    private static final int FIRST_ERROR = 400;

    /** A mail of which the end waits for a yes. */
    private static final class HeldMessage extends MimeMessage {

        private final String id;
        private final BooleanSupplier handOver;
        private boolean isHandedOver;

        HeldMessage(Session session, String id, BooleanSupplier handOver) {
            super(session);
            this.id = id;
            this.handOver = handOver;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }

        /** A server must not deliver what has no end (RFC 5321, 4.1.1.4), so until here it can be broken off. */
        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
            super.writeTo(out, ignored);
            out.flush();
            if (!handOver.getAsBoolean()) {
                throw new IOException("Somebody else sends this mail");
            }
            isHandedOver = true;
        }
    }

    private final MailSettings settings;
    private final Session session;
    private final Clock clock;

    SmtpPostOffice(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
        this.clock = clock;
    }

    private static Properties properties(MailSettings settings) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isBlank()));
        properties.put("mail.smtp.from", settings.from());
        properties.put("mail.smtp.dsn.notify", "FAILURE");
        properties.put("mail.smtp.dsn.ret", "HDRS");
        properties.put("mail.smtp.connectiontimeout", CONNECT_MILLISECONDS);
        properties.put("mail.smtp.timeout", ANSWER_MILLISECONDS);
        properties.put("mail.smtp.writetimeout", ANSWER_MILLISECONDS);
        // in the middle of a mail that is broken off no server answers to a farewell
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
        switch (settings.security()) {
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
        }
        if (!settings.certificate().isBlank()) {
            properties.put(
                    "mail.smtp.ssl.socketFactory",
                    Certificates.trusting(settings.certificate(), "MJP_SMTP_CERTIFICATE"));
        }
        return properties;
    }

    @Override
    public Delivery deliver(Letter letter, BooleanSupplier handOver) {
        HeldMessage message = new HeldMessage(session, letter.messageId(), handOver);
        try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
            fill(message, letter);
            if (settings.user().isBlank()) {
                transport.connect();
            } else {
                transport.connect(settings.user(), settings.password());
            }
            transport.sendMessage(message, message.getAllRecipients());
            return new Delivery.Accepted(ServerWords.oneLine(transport.getLastServerResponse()));
        } catch (MessagingException problem) {
            return outcome(problem, message.isHandedOver);
        }
    }

    @SuppressWarnings("JavaUtilDate") // Jakarta Mail knows no other
    private void fill(MimeMessage message, Letter letter) throws MessagingException {
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Content-Language", "nl");
        // no holiday replies, RFC 3834
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.attachment().isPresent()) {
            MimeBodyPart text = new MimeBodyPart();
            text.setText(letter.text(), StandardCharsets.UTF_8.name());
            message.setContent(
                    new MimeMultipart(text, attachment(letter.attachment().get())));
        } else {
            message.setText(letter.text(), StandardCharsets.UTF_8.name());
        }
        message.saveChanges();
    }

    private static MimeBodyPart attachment(EditionBytes file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(
                new ByteArrayDataSource(file.bytes(), file.file().mediaType())));
        part.setFileName(file.file().name());
        return part;
    }

    /** A code of the server about this mail decides; without one it is the moment at which the connection broke. */
    private static Delivery outcome(MessagingException problem, boolean isHandedOver) {
        int code = 0;
        for (@Nullable Exception cause = problem; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                code = address.getReturnCode();
            } else if (cause instanceof SMTPSendFailedException whole && code == 0) {
                code = whole.getReturnCode();
            }
        }
        String answer = ServerWords.oneLine(String.valueOf(problem.getMessage()));
        if (code >= FIRST_PERMANENT) {
            return new Delivery.Refused(code, answer);
        }
        return isHandedOver && code < FIRST_ERROR ? new Delivery.Uncertain(answer) : new Delivery.Deferred(answer);
    }

    private static @Nullable Exception next(Exception cause) {
        return cause instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
