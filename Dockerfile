# Builds with everything, runs with what is needed: two stages, the second without compilers and tests.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm ci --omit=dev

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/data/events ./data/events
# The state belongs to the one who runs; an unnamed volume takes this over.
RUN mkdir -p data/state && chown node:node data/state
VOLUME /app/data/state
USER node
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not npm: it hears SIGTERM and lets turns end.
CMD ["node", "--enable-source-maps", "dist/bot/main.js"]
