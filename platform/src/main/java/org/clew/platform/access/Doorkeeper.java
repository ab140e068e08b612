package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import org.clew.platform.web.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Stands before every route of ours and lets in whom [Allowed] or [Open] names; a route that says
/// neither stays shut. Hands [SignedIn] to handlers that ask for it.
@Component
final class Doorkeeper
    implements HandlerInterceptor, HandlerMethodArgumentResolver, WebMvcConfigurer {

  static final String SIGN_IN = "/sign-in";

  /// How long a proof holds for what needs one.
  static final Duration PROOF_HOLDS = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final ObjectProvider<RequestMappingHandlerMapping> routes;

  /// @param routes asked for late: it asks for the doorkeeper itself as it is made
  Doorkeeper(
      InstantSource clock,
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> routes) {
    this.clock = clock;
    this.routes = routes;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public void addArgumentResolvers(
      java.util.List<HandlerMethodArgumentResolver> argumentResolvers) {
    argumentResolvers.add(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method) || !isOurs(method)) {
      return true;
    }
    if (method.hasMethodAnnotation(Open.class)) {
      return true;
    }
    Allowed allowed = method.getMethodAnnotation(Allowed.class);
    if (allowed == null) {
      throw new NotAllowed(method.getMethod().getName());
    }
    SignedIn signedIn = signedIn(request.getUserPrincipal());
    if (signedIn == null) {
      askToSignIn(request, response);
      return false;
    }
    if (Arrays.stream(allowed.value()).noneMatch(signedIn::may)) {
      throw new NotAllowed(allowed.value()[0].name());
    }
    if (allowed.stepUp() && !isProven(request)) {
      goTo(response, ConfirmPages.path(request, this::isPage));
      return false;
    }
    return true;
  }

  private boolean isProven(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof SignedInToken token
        && token.isProvenSince(clock.instant().minus(PROOF_HOLDS));
  }

  private boolean isPage(String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return routes.getObject().getHandlerMethods().keySet().stream()
        .filter(route -> route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .map(RequestMappingInfo::getPathPatternsCondition)
        .filter(Objects::nonNull)
        .flatMap(patterns -> patterns.getPatterns().stream())
        .anyMatch(pattern -> pattern.matches(parsed));
  }

  /// The routes of `web` answer errors and show the look; they know no domain and need no guard.
  static boolean isOurs(HandlerMethod method) {
    String name = method.getBeanType().getName();
    return name.startsWith("org.clew.") && !name.startsWith("org.clew.platform.web.");
  }

  /// Sends people to the sign-in; machines get a problem (RFC 9457).
  static void askToSignIn(HttpServletRequest request, HttpServletResponse response) {
    if (request.getRequestURI().startsWith("/api/")) {
      var unauthorized = new ErrorResponseException(HttpStatus.UNAUTHORIZED);
      unauthorized.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      throw unauthorized;
    }
    goTo(response, SIGN_IN);
  }

  private static void goTo(HttpServletResponse response, String path) {
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(HttpHeaders.LOCATION, path);
  }

  static @Nullable SignedIn signedIn(java.security.@Nullable Principal principal) {
    return principal instanceof Authentication authentication
            && authentication.getPrincipal() instanceof SignedIn signedIn
        ? signedIn
        : null;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == SignedIn.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    SignedIn signedIn = signedIn(request.getUserPrincipal());
    if (signedIn == null) {
      throw new NotAllowed("anonymous");
    }
    return signedIn;
  }
}
