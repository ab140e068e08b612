package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/// Two chains: one for machines, that knows tokens and no cookies, and one for people, that knows
/// sessions. They prove who somebody is; what they may do is the [Doorkeeper]'s.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  @Bean
  @Order(1)
  SecurityFilterChain machineChain(HttpSecurity http, Tokens tokens, Uploads uploads) {
    return bare(http.securityMatcher("/api/**"))
        .csrf(csrf -> csrf.disable())
        .sessionManagement(all -> all.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(
            context ->
                context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .addFilterBefore(new UploadDoor(List.of(), uploads), AnonymousAuthenticationFilter.class)
        .addFilterBefore(new BearerTokens(tokens), AnonymousAuthenticationFilter.class)
        .addFilterAfter(new TenantBinding(), AnonymousAuthenticationFilter.class)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain personChain(
      HttpSecurity http, Sessions sessions, List<Upload> addresses, Uploads uploads) {
    return bare(http)
        .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityConfiguration::needsToken))
        .securityContext(context -> context.securityContextRepository(new SessionContext(sessions)))
        .addFilterBefore(new SameOrigin(), CsrfFilter.class)
        .addFilterBefore(new UploadDoor(addresses, uploads), CsrfFilter.class)
        .addFilterAfter(new TenantBinding(), AnonymousAuthenticationFilter.class)
        .build();
  }

  /// There is no store of users that a password alone would open.
  @Bean
  UserDetailsService noUsers() {
    return name -> {
      throw new UsernameNotFoundException("none");
    };
  }

  private static HttpSecurity bare(HttpSecurity http) {
    return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .requestCache(cache -> cache.disable())
        .headers(headers -> headers.disable())
        .logout(logout -> logout.disable())
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable());
  }

  /// A form is forged only against somebody who is signed in by a cookie. Public pages have no
  /// session to hold a token in, and are guarded by where the request comes from.
  private static boolean needsToken(HttpServletRequest request) {
    return !SAFE_METHODS.contains(request.getMethod())
        && Doorkeeper.signedIn(SecurityContextHolder.getContext().getAuthentication()) != null;
  }
}
