// The page's line to the server: opened here, opened again as long as it takes, and loaded anew when the server no longer knows it.
(() => {
  const lost = document.getElementById("components-reconnect-modal");
  lost?.addEventListener("components-reconnect-state-changed", (event) => {
    if (event.detail.state === "rejected") location.reload();
  });
  Blazor.start({
    circuit: {
      reconnectionOptions: { maxRetries: 100000, retryIntervalMilliseconds: (tried) => (tried < 20 ? 500 : 2000), dialogId: "components-reconnect-modal" },
    },
  });
})();
