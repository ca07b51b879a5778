// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// compare.js QUERIES INDEX OURS: of each query, where the expected page comes in: ours; lunr as the search of a site built by MkDocs
// asks it, over all sites and, as there, over the right site alone; and the engine of a Backstage backend. Sections count for
// their pages. Exit 1 where ours has fewer than 90 % in the first three, or fewer than any other over all sites.
"use strict";

const fs = require("node:fs");
const { finished } = require("node:stream/promises");
const lunr = require("lunr");
const { LunrSearchEngine } = require("@backstage/plugin-search-backend-node");

const [queriesFile, indexFile, oursFile] = process.argv.slice(2);
const read = (file) => JSON.parse(fs.readFileSync(file, "utf8"));
const queries = read(queriesFile).queries;
const sites = read(indexFile);
const ours = read(oursFile).items;

const GOOD = 3;
const key = (site, path) => site + "\n" + path;
const pageOf = (location) => location.split("#")[0];

/** Of results, best first, as keys of pages: the rank of a wanted one, from 1; 0 where there is none. */
function rankOf(results, query) {
    const pages = [...new Set(results)];
    const wanted = [query, ...(query.also ?? [])].map((page) => key(page.site, page.path));
    return pages.findIndex((page) => wanted.includes(page)) + 1;
}

const MKDOCS_SEPARATOR = /[\s\-]+/; // The plugin's default, which its worker sets on lunr.

/** As MkDocs' search/worker.js has it. */
function mkdocsIndex(docs) {
    lunr.tokenizer.separator = MKDOCS_SEPARATOR;
    return lunr(function () {
        this.field("title");
        this.field("text");
        this.ref("ref");
        docs.forEach((doc) => this.add(doc));
    });
}

function mkdocsSearch(index, query) {
    lunr.tokenizer.separator = MKDOCS_SEPARATOR;
    try {
        return index.search(query.query).map((result) => pageOf(result.ref));
    } catch (error) {
        if (!(error instanceof lunr.QueryParseError)) throw error;
        return []; // "a:b" asks for a field a: nothing is shown.
    }
}

const docsOf = (site) => (sites[site] ?? []).map((doc) => ({ title: doc.title, text: doc.text, ref: key(site, doc.location) }));

/** Documents as a backend's DefaultTechDocsCollatorFactory makes them of a site's search_index.json. */
async function backstageEngine() {
    const logger = { child: () => logger, debug() {}, info() {}, warn() {}, error: console.error };
    const engine = new LunrSearchEngine({ logger });
    const indexer = await engine.getIndexer("techdocs");
    for (const [site, docs] of Object.entries(sites)) {
        const name = site.replaceAll("/", "-");
        for (const doc of docs) {
            indexer.write({ title: doc.title ?? "", text: doc.text, location: key(site, doc.location), path: doc.location, kind: "component",
                namespace: "default", name, entityTitle: name, componentType: "service", lifecycle: "production", owner: "guests" });
        }
    }
    indexer.end();
    await finished(indexer);
    return engine;
}

async function main() {
    const all = mkdocsIndex(Object.keys(sites).flatMap(docsOf));
    const engines = {
        "Callboard": queries.map((query, i) => {
            if (ours[i].query !== query.query) throw new Error("the queries are not those that were asked: " + query.query);
            return ours[i].rank;
        }),
        "lunr as MkDocs asks it, all sites": queries.map((query) => rankOf(mkdocsSearch(all, query), query)),
        "lunr as MkDocs asks it, told the right site": queries.map((query) => rankOf(mkdocsSearch(mkdocsIndex(docsOf(query.site)), query), query)),
    };
    const engine = await backstageEngine();
    const backstage = [];
    for (const query of queries) {
        const answer = await engine.query({ term: query.query, types: ["techdocs"], pageLimit: 1000 });
        backstage.push(rankOf(answer.results.map((result) => pageOf(result.document.location)), query));
    }
    engines["Backstage's search engine, all sites"] = backstage;

    const isGood = (rank) => rank >= 1 && rank <= GOOD;
    const found = {};
    queries.forEach((query, i) => {
        const ranks = Object.values(engines).map((list) => list[i]);
        if (!ranks.every(isGood)) console.log(ranks.map((rank) => String(rank || "-").padStart(4)).join(""), " ", query.class.padEnd(8), query.query);
    });
    for (const [name, ranks] of Object.entries(engines)) {
        const classes = {};
        queries.forEach((query, i) => {
            const tally = (classes[query.class] ??= [0, 0]);
            tally[0] += isGood(ranks[i]);
            tally[1] += 1;
        });
        found[name] = ranks.filter(isGood).length;
        const first = ranks.filter((rank) => rank === 1).length;
        console.log(`${name}: ${found[name]} of ${queries.length} in the first three, ${first} first (${Object.entries(classes).map(([name, [good, of]]) => `${name} ${good}/${of}`).join(", ")})`);
    }
    const pages = new Set(Object.entries(sites).flatMap(([site, docs]) => docs.map((doc) => key(site, pageOf(doc.location)))));
    console.log(`${Object.keys(sites).length} sites, ${pages.size} pages`);
    const [mine, ...others] = Object.entries(found).filter(([name]) => !name.includes("right site")).map(([, count]) => count);
    process.exit(mine >= queries.length * 0.9 && others.every((count) => count <= mine) ? 0 : 1);
}

main();
