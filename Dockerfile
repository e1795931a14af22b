# syntax=docker/dockerfile:1

FROM python:3.13-slim-bookworm AS packages
COPY pyproject.toml constraints.txt README.md /src/
RUN python -m venv /opt/jobsite \
 && /opt/jobsite/bin/pip install --no-cache-dir --no-compile --constraint /src/constraints.txt /src

FROM python:3.13-slim-bookworm
RUN useradd --system --uid 10001 --user-group --home-dir /app --no-create-home jobsite
COPY --from=packages /opt/jobsite /opt/jobsite
WORKDIR /app
COPY manage.py gunicorn.conf.py ./
COPY jobsite jobsite
COPY postings postings
COPY templates templates
COPY static static
ENV PATH=/opt/jobsite/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    JOBSITE_ENV=production \
    JOBSITE_BIND=0.0.0.0:8000
# The values on this line are for collecting static files only; they are in no layer's environment.
RUN JOBSITE_SECRET_KEY=only-for-collecting-static-files-while-the-image-is-built- \
    JOBSITE_ALLOWED_HOSTS=build DATABASE_URL=postgresql:///build \
    python manage.py collectstatic --noinput --verbosity 0
USER jobsite
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
CMD ["gunicorn"]
