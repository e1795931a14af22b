"""The site around `postings`: settings, addresses, middleware, and what starts them."""
