# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A portal on a loopback port, as small as a journey needs: answers of a Backstage 1.55 backend in shape and status, recorded
from one, over a handful of entities. It lets guests in, refuses everybody without a token, and offers no OAuth."""
import base64
import datetime
import http.server
import json
import threading
import time
import urllib.parse

STARS = "/api/user-settings/buckets/starredEntities/keys/entityRefs"
CURSOR = "c2Vjb25k"  # Of the second page; opaque to whoever asks.


def entity(kind, name, spec, relations=()):
    number = sum(map(ord, kind + name))
    return {
        "apiVersion": "backstage.io/v1alpha1", "kind": kind,
        "metadata": {"namespace": "default", "name": name, "uid": f"00000000-0000-4000-8000-{number:012d}",
                     "etag": f"{number:040x}",
                     "annotations": {"backstage.io/managed-by-location": f"url:https://git.example/{name}/catalog-info.yaml"}},
        "spec": spec, "relations": [{"type": t, "targetRef": r} for t, r in relations]}


ENTITIES = [
    entity("Component", "tide-forecast", {"type": "service", "lifecycle": "production", "owner": "crew"},
           [("ownedBy", "group:default/crew"), ("providesApi", "api:default/tides")]),
    entity("API", "tides", {"type": "openapi", "lifecycle": "production", "owner": "crew", "definition": "openapi: 3.1.0"},
           [("ownedBy", "group:default/crew"), ("apiProvidedBy", "component:default/tide-forecast")]),
    entity("Group", "crew", {"type": "team", "children": []},
           [("ownerOf", "component:default/tide-forecast"), ("ownerOf", "api:default/tides")]),
]


def token():
    """A JWT as the guest provider signs them; nobody here looks at the signature."""
    def part(value):
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()
    now = int(time.time())
    return ".".join([part({"typ": "vnd.backstage.user", "alg": "ES256", "kid": "k"}),
                     part({"iss": "http://localhost/api/auth", "sub": "user:default/guest", "aud": "backstage",
                           "iat": now, "exp": now + 3600}), base64.urlsafe_b64encode(b"s" * 64).rstrip(b"=").decode()])


class Answers(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def handle(self):
        try:
            super().handle()
        except ConnectionResetError:
            pass  # A program that ended takes its connections along.

    def answer(self, status, body, **headers):
        data = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json; charset=utf-8", "Content-Length": len(data), **headers}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(data)

    def refuse(self, status, name, message):
        self.answer(status, {"error": {"name": name, "message": message}, "response": {"statusCode": status}})

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path.startswith("/api/catalog/locations"):
            return self.register(json.loads(body)["target"], dry="dryRun=true" in self.path)
        if self.path == "/api/auth/guest/refresh":
            return self.answer(200, {"profile": {}, "backstageIdentity": {
                "token": token(), "identity": {"type": "user", "userEntityRef": "user:default/guest",
                                               "ownershipEntityRefs": ["user:default/guest"]}}})
        if self.path == "/api/notifications/notifications/update":
            for one in self.server.notices:
                if one["id"] in json.loads(body)["ids"]:
                    one["read"] = "2026-01-01T00:00:00.000Z" if json.loads(body).get("read") else None
            return self.answer(200, [])
        if self.path == "/api/permission/authorize":
            asked = json.loads(body)["items"][0]["permission"]["name"]
            return self.answer(200, {"items": [{"id": "1", "result": "DENY" if asked in self.server.denied else "ALLOW"}]})
        return self.refuse(404, "NotFoundError", "No route")

    def register(self, target, dry):
        if "night-boat" not in target:
            return self.refuse(400, "InputError", f"Unable to read url, NotFoundError: {target}")
        location = {"id": "5e490ff9-5466-4a40-b428-2c7f7dd1c00e", "type": "url", "target": target,
                    "entityRef": "location:default/generated-5e490ff9"}
        new = entity("Component", "night-boat", {"type": "service", "lifecycle": "experimental", "owner": "crew"})
        if dry:
            return self.answer(201, {"exists": False, "location": location, "entities": [new, ENTITIES[2]]})
        if new not in ENTITIES:
            ENTITIES.insert(0, new)
        return self.answer(201, {"location": location, "entities": []})

    def do_DELETE(self):
        ENTITIES[:] = [one for one in ENTITIES if one["metadata"]["name"] != "night-boat"]
        self.send_response(204)
        self.end_headers()

    def do_PUT(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path != STARS:
            return self.refuse(404, "NotFoundError", "No route")
        self.server.stars = json.loads(body)["value"]
        return self.setting()

    def setting(self):
        if self.server.stars is None:
            return self.refuse(404, "NotFoundError", "Unable to find 'entityRefs' in bucket 'starredEntities'")
        return self.answer(200, {"bucket": "starredEntities", "key": "entityRefs", "value": self.server.stars})

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        query = urllib.parse.parse_qs(url.query)
        self.server.asked.append(self.path)
        if url.path == "/api/auth/.well-known/openid-configuration":
            return self.answer(200, {"issuer": "http://localhost/api/auth", "jwks_uri": "http://localhost/api/auth/.well-known/jwks.json"})
        if url.path == "/.backstage/health/v1/readiness":
            return self.answer(200, {"status": "ok"})
        if url.path.startswith("/api/catalog/") and not self.headers.get("Authorization", "").startswith("Bearer "):
            return self.refuse(401, "AuthenticationError", "Missing credentials")
        if url.path == STARS:
            return self.setting()
        if url.path == "/api/notifications/notifications":
            begin, limit = (int(query.get(name, [default])[0]) for name, default in (("offset", "0"), ("limit", "10")))
            return self.answer(200, {"notifications": self.server.notices[begin:begin + limit], "totalCount": len(self.server.notices)})
        if url.path == "/api/catalog/entities/by-query":
            return self.page(query)
        if url.path == "/api/catalog/entities":
            return self.answer(200, ENTITIES)
        if url.path.startswith("/api/catalog/entities/by-name/"):
            return self.by_name(*url.path.split("/")[-3:])
        return self.refuse(404, "NotFoundError", "No route")

    def by_name(self, kind, namespace, name):
        for one in ENTITIES:
            if (one["kind"].lower(), one["metadata"]["namespace"], one["metadata"]["name"]) == (kind, namespace, name):
                return self.answer(200, one)
        return self.refuse(404, "NotFoundError", f"No entity named '{name}' found, with kind '{kind}' in namespace '{namespace}'")

    def page(self, query):
        limit = int(query.get("limit", ["20"])[0])
        begin = len(ENTITIES) - 1 if query.get("cursor") == [CURSOR] else 0
        # Two pages, so that a sync has a cursor to follow.
        end = min(begin + limit, len(ENTITIES) - 1 if begin == 0 else len(ENTITIES))
        info = {"nextCursor": CURSOR} if end < len(ENTITIES) and limit > 0 else {}
        answer = {"items": ENTITIES[begin:end], "totalItems": len(ENTITIES), "pageInfo": info}
        if query.get("totalItems") == ["exclude"]:
            del answer["totalItems"]
        self.answer(200, answer)


class Portal:
    """A context manager: `url` is where it is while it is open. It can go away and come back to the same address, with what
    it knew."""

    def __init__(self):
        self.port = 0
        self.denied = set()  # Names of permissions.
        self.stars = None
        self.notices = []

    def __enter__(self):
        self.begin()
        return self

    def __exit__(self, *_):
        if self.server:
            self.end()

    @staticmethod
    def describe(name, text):
        """Changes an entity as an edit of its descriptor would."""
        metadata = next(one["metadata"] for one in ENTITIES if one["metadata"]["name"] == name)
        metadata["description"] = text
        metadata["etag"] = f"{sum(map(ord, text)):040x}"

    def tell(self, title, link="", severity="critical"):
        """A notification to the guest, the latest first as the backend lists them."""
        number = len(self.notices) + 1
        self.notices.insert(0, {
            "id": f"00000000-0000-4000-9000-{number:012d}", "user": "user:default/guest", "origin": "external:journey",
            "created": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "payload": {"title": title, "description": f"{title} <b>until noon</b>", "link": link, "severity": severity}})

    def begin(self):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), Answers)
        self.server.daemon_threads = True
        self.server.asked = []
        self.server.stars = self.stars
        self.server.denied = self.denied
        self.server.notices = self.notices
        self.port = self.server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def end(self):
        self.stars = self.server.stars
        self.server.shutdown()
        self.server.server_close()
        self.server = None
