package nl.mjpmonitor.dashboard.sending;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Trust in the certificates of one file. */
final class Certificates {

    private Certificates() {}

    /**
     * Sockets that trust the certificates in a PEM file and no others.
     *
     * @param setting the setting that names the file
     * @throws IllegalStateException when the file cannot be used; the message says what to change
     */
    static SSLSocketFactory trusting(String file, String setting) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("certificate-" + number, certificate);
                number++;
            }
            if (number == 0) {
                throw new IllegalStateException(setting + " names " + file + ", which holds no certificate.");
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException problem) {
            throw new IllegalStateException(
                    setting + " names " + file + ", which cannot be read as certificates in PEM.", problem);
        }
    }
}
