package org.postern.web;
import jakarta.ws.rs.*;
import jakarta.annotation.security.PermitAll;
@Path("/") @PermitAll
public class Home { @GET public Page get(){ return Page.of("web/error", new ErrorPage.Model(200,"hello")); } }
