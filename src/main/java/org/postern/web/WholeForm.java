package org.postern.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * A request whose form has arrived. The server's REST layer tries a byte to see whether there is a form, and loses it
 * when the words come later than the headers: the first field would be nameless, its token or its first word gone.
 */
final class WholeForm extends HttpServletRequestWrapper {
    private final byte[] body;

    private WholeForm(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** @return the request itself where it carries no plain form; a file's parts are read by the server */
    static HttpServletRequest of(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        return type == null || !type.startsWith("application/x-www-form-urlencoded")
                ? request
                : new WholeForm(request, request.getInputStream().readNBytes(Form.LONGEST_TEXT_BYTES + 1));
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Arrived(new ByteArrayInputStream(body));
    }

    private static final class Arrived extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Arrived(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int most) {
            return bytes.read(into, from, most);
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
