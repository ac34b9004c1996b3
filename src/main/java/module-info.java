import org.jspecify.annotations.NullMarked;

/** Guichet: the desk program and its reference backend. */
@NullMarked
@SuppressWarnings("requires-automatic") // several libraries name themselves only in their manifest
module eu.guichet {
    requires org.jspecify; // the client asks the contract's records what may be missing
    requires org.slf4j;
    requires jul.to.slf4j;
    requires java.logging;
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core; // whose types its own are made of
    requires com.fasterxml.jackson.annotation;
    requires tools.jackson.databind;
    requires com.ibm.icu;
    requires info.picocli;
    requires java.sql;
    requires java.desktop;
    requires jdk.unsupported; // PDFBox and SQLite give memory back through it
    requires io.helidon.webserver;
    requires io.helidon.webserver.http2;
    requires io.helidon.webserver.sse;
    requires jdk.management; // how many files a process may have open
    requires io.prometheus.metrics.core;
    requires io.prometheus.metrics.instrumentation.jvm;
    requires io.prometheus.metrics.model;
    requires io.prometheus.writer.text;
    requires com.zaxxer.hikari;
    requires org.xerial.sqlitejdbc;
    requires org.postgresql.jdbc;
    requires flyway.core;
    requires org.jdbi.v3.core;
    requires io.leangen.geantyref; // Jdbi needs it, and as an automatic module cannot say so
    requires org.apache.lucene.core;
    requires org.apache.fontbox;
    requires org.apache.commons.logging; // PDFBox needs it, and as an automatic module cannot say so
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.apache.xmpbox;
    requires org.eclipse.angus.mail;
    requires jakarta.mail;
    requires java.net.http;
    requires jsmpp;
    requires jipp.core;
    requires jdk.httpserver; // where the browser returns to after the sign-in
    requires com.nimbusds.jose.jwt;
    requires oauth2.oidc.sdk;
    requires org.bouncycastle.provider; // Argon2id
    requires com.google.zxing;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires de.siegmar.fastcsv;
    requires okhttp3;
    requires okhttp3.sse;
    requires javafx.controls;
    requires javafx.swing;
    requires atlantafx.base;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;

    opens eu.guichet.desktop.settings to
            tools.jackson.databind;
    opens eu.guichet to
            info.picocli;
    opens eu.guichet.contract to
            tools.jackson.databind;
    opens eu.guichet.process to
            tools.jackson.databind;
}
