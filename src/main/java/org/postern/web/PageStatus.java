package org.postern.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Gives a response the status of its {@link Page} and keeps secret pages out of search engines. */
@Provider
public class PageStatus implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page page) {
            if (response.getStatus() == 200) {
                response.setStatus(page.status());
            }
            if (page.secret()) {
                response.getHeaders().putSingle("X-Robots-Tag", "noindex, nofollow");
            }
        }
    }
}
