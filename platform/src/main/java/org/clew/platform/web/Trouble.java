package org.clew.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;

/// What went wrong, as far as anyone may be told.
///
/// @param status the status of the answer
/// @param messageKey the sentence that says it
/// @param arguments what the sentence needs
/// @param headers what the status asks for, such as `Allow` and `Retry-After`
/// @param fields the names of the fields that were wrong
/// @param cause what nobody expected and the log must tell, or nothing
record Trouble(
    HttpStatus status,
    String messageKey,
    List<Object> arguments,
    HttpHeaders headers,
    List<String> fields,
    @Nullable Throwable cause) {

  /// Statuses with words of their own; the others say those of their class.
  private static final List<Integer> WORDED = List.of(400, 401, 403, 404, 405, 413, 429, 500, 503);

  static Trouble of(HttpStatus status) {
    return new Trouble(
        status,
        "web.error." + worded(status) + ".text",
        List.of(),
        new HttpHeaders(),
        List.of(),
        null);
  }

  /// Tells the expected from the unexpected.
  static Trouble of(Throwable thrown) {
    return switch (thrown) {
      case NotFound _ -> of(HttpStatus.NOT_FOUND);
      case NotAllowed _ -> of(HttpStatus.FORBIDDEN);
      case Refused refused ->
          new Trouble(
              HttpStatus.UNPROCESSABLE_CONTENT,
              refused.messageKey(),
              List.of(refused.arguments()),
              new HttpHeaders(),
              refused.field().stream().toList(),
              null);
      case TooMany many -> of(HttpStatus.TOO_MANY_REQUESTS).with(retryAfter(many.retryAfter()));
      case Busy busy -> of(HttpStatus.SERVICE_UNAVAILABLE).with(retryAfter(busy.retryAfter()));
      case MethodArgumentTypeMismatchException odd ->
          of(
              odd.getParameter().hasParameterAnnotation(PathVariable.class)
                  ? HttpStatus.NOT_FOUND
                  : HttpStatus.BAD_REQUEST);
      case HttpMessageNotReadableException odd -> unreadable(odd);
      case TypeMismatchException _ -> of(HttpStatus.BAD_REQUEST);
      case ErrorResponse response -> of(response.getStatusCode(), response, thrown);
      case MultipartException _ -> of(multipart(thrown));
      case InvalidParameterException form -> of(form.getErrorCode(), null);
      default -> unexpected(thrown);
    };
  }

  /// What came back from the container with only a status.
  static Trouble of(int code, @Nullable Throwable thrown) {
    HttpStatus status = HttpStatus.resolve(code);
    if (status == null || !status.isError()) {
      return of(HttpStatus.NOT_FOUND);
    }
    return thrown != null && status == HttpStatus.INTERNAL_SERVER_ERROR
        ? of(root(thrown))
        : of(status);
  }

  String titleKey() {
    return "web.error." + worded(status) + ".title";
  }

  void putOn(HttpServletResponse response) {
    response.setStatus(status.value());
    headers.forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
  }

  private Trouble with(HttpHeaders more) {
    return new Trouble(status, messageKey, arguments, more, fields, cause);
  }

  private static Trouble unreadable(HttpMessageNotReadableException odd) {
    Trouble trouble = of(HttpStatus.BAD_REQUEST);
    String field =
        odd.getCause() instanceof JacksonException json
            ? json.getPath().stream().map(Trouble::step).collect(Collectors.joining())
            : "";
    return field.isEmpty() ? trouble : trouble.at(List.of(field.replaceFirst("^\\.", "")));
  }

  private static String step(JacksonException.Reference step) {
    return step.getPropertyName() == null
        ? "[" + step.getIndex() + "]"
        : "." + step.getPropertyName();
  }

  private static HttpHeaders retryAfter(Duration time) {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, time.toSeconds())));
    return headers;
  }

  private Trouble at(List<String> wrong) {
    return new Trouble(status, messageKey, arguments, headers, wrong, cause);
  }

  private static Trouble of(HttpStatusCode code, ErrorResponse response, Throwable thrown) {
    HttpStatus status = HttpStatus.resolve(code.value());
    if (status == null || status.is5xxServerError()) {
      return unexpected(thrown);
    }
    Trouble trouble = of(status).with(response.getHeaders());
    return thrown instanceof BindingResult wrong
        ? trouble.at(wrong.getFieldErrors().stream().map(FieldError::getField).distinct().toList())
        : trouble;
  }

  private static HttpStatus multipart(Throwable thrown) {
    // Tomcat says "too large" only through its own exceptions' names.
    return chain(thrown).contains("LimitExceeded")
            || chain(thrown).contains("SizeException")
            || chain(thrown).contains("InvalidParameter")
        ? HttpStatus.CONTENT_TOO_LARGE
        : HttpStatus.BAD_REQUEST;
  }

  private static String chain(Throwable thrown) {
    var names = new StringBuilder();
    for (@Nullable Throwable at = thrown; at != null; at = at.getCause()) {
      names.append(at.getClass().getSimpleName()).append(' ');
    }
    return names.toString();
  }

  private static Throwable root(Throwable thrown) {
    Throwable at = thrown;
    while (at instanceof jakarta.servlet.ServletException && at.getCause() != null) {
      at = at.getCause();
    }
    return at;
  }

  private static Trouble unexpected(Throwable thrown) {
    Trouble plain = of(HttpStatus.INTERNAL_SERVER_ERROR);
    return new Trouble(
        plain.status(), plain.messageKey(), List.of(), plain.headers(), List.of(), thrown);
  }

  private static int worded(HttpStatus status) {
    if (WORDED.contains(status.value())) {
      return status.value();
    }
    return status.is5xxServerError() ? 500 : 400;
  }
}
