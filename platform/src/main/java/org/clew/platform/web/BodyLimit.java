package org.clew.platform.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/// How much of a body is read before it is understood: what is larger is refused before a parser
/// makes objects of it.
@ControllerAdvice
final class BodyLimit extends RequestBodyAdviceAdapter {

  /// Bytes of what a machine sends to be understood whole.
  static final int BYTES = 256 * 1024;

  @Override
  public boolean supports(
      MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public HttpInputMessage beforeBodyRead(
      HttpInputMessage message,
      MethodParameter parameter,
      Type target,
      Class<? extends HttpMessageConverter<?>> converter)
      throws IOException {
    if (message.getHeaders().getContentLength() > BYTES) {
      throw tooLarge();
    }
    InputStream body = new Limited(message.getBody());
    HttpHeaders headers = message.getHeaders();
    return new HttpInputMessage() {
      @Override
      public InputStream getBody() {
        return body;
      }

      @Override
      public HttpHeaders getHeaders() {
        return headers;
      }
    };
  }

  private static ResponseStatusException tooLarge() {
    return new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
  }

  /// A body that did not say how long it is.
  private static final class Limited extends FilterInputStream {

    private int read;

    Limited(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int some = super.read(into, from, length);
      count(Math.max(0, some));
      return some;
    }

    private void count(int some) {
      read += some;
      if (read > BYTES) {
        throw tooLarge();
      }
    }
  }
}
